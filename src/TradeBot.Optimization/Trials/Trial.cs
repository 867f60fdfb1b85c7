using System.Globalization;
using TradeBot.Statistics;

namespace TradeBot.Optimization;

/// <summary>One evaluation within a study.</summary>
public sealed record Trial
{
    /// <summary>Its number in the study, from 0.</summary>
    public required int Number { get; init; }

    /// <summary>Its parameters.</summary>
    public required ParameterSet Parameters { get; init; }

    /// <summary>How it ended.</summary>
    public required TrialState State { get; init; }

    /// <summary>The first objective; finite when complete, NaN when failed, otherwise as the evaluation gave it.</summary>
    public double Value { get; init; } = double.NaN;

    /// <summary>The other objectives, in the order of their declaration; empty for a single one.</summary>
    public ReadOnlyMemory<double> OtherValues { get; init; }

    /// <summary>All objectives.</summary>
    public IReadOnlyList<double> Values => [Value, .. OtherValues.Span];

    /// <summary>Its seed, derived from the study's as in <see cref="TrialSeed"/>.</summary>
    public int Seed { get; init; }

    /// <summary>Its returns per period, as fractions, for the statistics of overfitting; empty when the study keeps none.</summary>
    public ReadOnlyMemory<double> Returns { get; init; }

    /// <summary>Its intermediate values, for the pruner; empty when it reported none.</summary>
    public ReadOnlyMemory<StepValue> Steps { get; init; }

    /// <summary>The error with the type of the exception; null unless failed.</summary>
    public string? Error { get; init; }

    /// <summary>Number, parameters and value in one line.</summary>
    public override string ToString() => FormattableString.Invariant($"#{Number} {Parameters}: {Outcome}");

    private string Outcome
    {
        get
        {
            string values = string.Join(" | ", Values.Select(v => v.ToString("G6", CultureInfo.InvariantCulture)));
            return Error ?? (State is TrialState.Complete or TrialState.Undefined ? values : $"{values} ({State})");
        }
    }
}

/// <summary>How a trial ended.</summary>
public enum TrialState
{
    /// <summary>The evaluation gave finite values and met every requirement.</summary>
    Complete,

    /// <summary>The evaluation gave NaN or an infinity: it ran, but cannot be ranked.</summary>
    Undefined,

    /// <summary>The evaluation threw, or took longer than a trial may.</summary>
    Failed,

    /// <summary>It was stopped early, because it fell behind.</summary>
    Pruned,

    /// <summary>It ran, and its result breaks a requirement of the study.</summary>
    Infeasible,
}
