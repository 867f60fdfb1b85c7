namespace TradeBot.Optimization;

/// <summary>One evaluation within a study.</summary>
public sealed record Trial
{
    /// <summary>Its place in the study, from 0.</summary>
    public required int Number { get; init; }

    /// <summary>What was tried.</summary>
    public required ParameterSet Parameters { get; init; }

    /// <summary>How it ended.</summary>
    public required TrialState State { get; init; }

    /// <summary>The objective; finite when complete, NaN when failed, otherwise as the evaluation gave it.</summary>
    public double Value { get; init; } = double.NaN;

    /// <summary>The seed it was given, derived from the study's as in <see cref="TrialSeed"/>.</summary>
    public int Seed { get; init; }

    /// <summary>Its returns per period, as fractions, for the statistics of overfitting; empty when the study keeps none.</summary>
    public ReadOnlyMemory<double> Returns { get; init; }

    /// <summary>What went wrong, with the type of the exception; null unless failed.</summary>
    public string? Error { get; init; }

    /// <summary>Number, parameters and value in one line.</summary>
    public override string ToString() => FormattableString.Invariant($"#{Number} {Parameters}: {Error ?? Value.ToString("G6", System.Globalization.CultureInfo.InvariantCulture)}");
}
