using TradeBot.Optimization;

namespace TradeBot;

/// <summary>How rows are divided into those that a search sees and those that it is tested on.</summary>
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
    /// <summary>Which of the splits.</summary>
    public SplitKind Kind { get; init; }

    /// <summary>How many folds, or blocks of a combinatorial split.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>How many blocks are tested on at a time, of a combinatorial split.</summary>
    public int TestFolds { get; init; } = 2;

    /// <summary>Rows between training and test that are left out, besides the purged ones.</summary>
    public int Embargo { get; init; }

    /// <summary>How many of the latest rows a walk-forward split trains on; null for all of the past.</summary>
    public int? Window { get; init; }

    /// <summary>Share of the rows that a train-test split tests on, in (0, 1).</summary>
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
