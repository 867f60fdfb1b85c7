using TradeBot.Optimization;

namespace TradeBot;

/// <summary>How rows are divided into training and test rows.</summary>
public enum SplitKind
{
    /// <summary><see cref="Split.WalkForward"/>.</summary>
    WalkForward,

    /// <summary><see cref="Split.TrainTest"/>.</summary>
    TrainTest,

    /// <summary><see cref="Split.PurgedKFold"/>.</summary>
    PurgedKFold,

    /// <summary><see cref="Split.CombinatorialPurged"/>.</summary>
    CombinatorialPurged,
}

/// <summary>A split as data.</summary>
public sealed record SplitSpec
{
    /// <summary>The kind of split.</summary>
    public SplitKind Kind { get; init; }

    /// <summary>Number of folds, or of blocks of a combinatorial split.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>Number of test blocks at a time, in a combinatorial split.</summary>
    public int TestFolds { get; init; } = 2;

    /// <summary>Rows between training and test that are removed, in addition to the purged ones.</summary>
    public int Embargo { get; init; }

    /// <summary>Number of latest rows that a walk-forward split trains on; null for all of the past.</summary>
    public int? Window { get; init; }

    /// <summary>Share of test rows in a train-test split, in (0, 1).</summary>
    public double TestShare { get; init; } = 0.25;

    /// <summary>The split.</summary>
    /// <exception cref="ArgumentException">A number is out of range.</exception>
    public ISplit Create() => Kind switch
    {
        SplitKind.WalkForward => Split.WalkForward(Folds, Embargo, Window),
        SplitKind.TrainTest => Split.TrainTest(TestShare, Embargo),
        SplitKind.PurgedKFold => Split.PurgedKFold(Folds, Embargo),
        _ => Split.CombinatorialPurged(Folds, TestFolds, Embargo),
    };
}
