using TradeBot.Statistics;

namespace TradeBot.Optimization;

/// <summary>A search repeated in every fold, with the results of its choices on rows that the search did not use.</summary>
[TypeFormatterSource]
public sealed record ValidationResult
{
    /// <summary>The study's name.</summary>
    public required string Name { get; init; }

    /// <summary>How the rows were divided.</summary>
    public required string Split { get; init; }

    /// <summary>The folds, in their order.</summary>
    public required IReadOnlyList<FoldOutcome> Folds { get; init; }

    /// <summary>The stitched histories out of sample: for each, one return per test row, oldest first. One for walk-forward and k-fold, several for combinatorial splits, none when no returns were kept.</summary>
    public required IReadOnlyList<ReadOnlyMemory<double>> Paths { get; init; }

    /// <summary>How many trials all folds made together.</summary>
    public int TrialCount => Folds.Sum(f => f.Search.TrialCount);

    /// <summary>Mean objective out of sample over that in sample, over folds where both are known: the walk-forward efficiency. NaN where there is no such fold.</summary>
    public double Efficiency
    {
        get
        {
            FoldOutcome[] known = [.. Folds.Where(f => double.IsFinite(f.InSample) && double.IsFinite(f.OutOfSample))];
            return known.Sum(f => f.OutOfSample) / known.Sum(f => f.InSample);
        }
    }

    /// <summary>The Sharpe ratio of each stitched history, per row.</summary>
    public IReadOnlyList<double> PathSharpes => [.. Paths.Select(p => SharpeStatistics.Of(p.Span).Sharpe)];

    /// <summary>The stitched equity of a history, starting from 1 before its first row.</summary>
    /// <param name="path">Which of <see cref="Paths"/>.</param>
    public double[] Equity(int path = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(path);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(path, Paths.Count);
        double[] equity = new double[Paths[path].Length + 1];
        equity[0] = 1;
        for (int i = 1; i < equity.Length; i++)
            equity[i] = equity[i - 1] * (1 + Paths[path].Span[i - 1]);
        return equity;
    }

    /// <summary>Folds, trials and efficiency in one line.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Name}: {Split}, {TrialCount:N0} trials, out of sample {Efficiency:0%} of in sample");
}

/// <summary>The parameters chosen in a fold, and their result on rows that the search did not use.</summary>
/// <param name="Fold">The rows.</param>
/// <param name="Search">The search on the training rows.</param>
/// <param name="Selected">The best parameters; null when no trial was complete.</param>
/// <param name="InSample">The objective on the rows where they were chosen; NaN without any.</param>
/// <param name="OutOfSample">The objective on the test rows; NaN without any.</param>
/// <param name="Returns">One return per test row; empty when the study keeps none.</param>
public sealed record FoldOutcome(Fold Fold, StudyResult Search, ParameterSet? Selected, double InSample, double OutOfSample, ReadOnlyMemory<double> Returns);
