namespace TradeBot.Optimization;

/// <summary>The splits. All remove each row from training whose label's span overlaps that of a test label.</summary>
public static class Split
{
    /// <summary>Walk-forward: trains on the past and tests on the rows that follow, repeatedly.</summary>
    /// <param name="folds">At least 1. The rows are cut into folds + 1 equal blocks; all but the first are tested in turn.</param>
    /// <param name="embargo">Rows between training and test that are removed from training in addition to the purged ones; not negative.</param>
    /// <param name="window">Number of latest rows to train on, counted before purging; null for all of the past.</param>
    public static ISplit WalkForward(int folds, int embargo = 0, int? window = null) => new WalkForwardSplit(folds, embargo, window);

    /// <summary>One split: trains on the first rows and tests on the last.</summary>
    /// <param name="testShare">Share of test rows, in (0, 1), rounded to whole rows.</param>
    /// <param name="embargo">Rows between training and test that are removed from training in addition to the purged ones; not negative.</param>
    public static ISplit TrainTest(double testShare = 0.25, int embargo = 0) => new TrainTestSplit(testShare, embargo);

    /// <summary>Purged k-fold cross-validation: each of equal blocks is the test once, with training on all others, later ones included.</summary>
    /// <param name="folds">At least 2.</param>
    /// <param name="embargo">Rows after the test block that are removed from training in addition to the purged ones; not negative.</param>
    public static ISplit PurgedKFold(int folds, int embargo = 0) => new PurgedKFoldSplit(folds, embargo);

    /// <summary>Combinatorial purged cross-validation: every choice of test blocks is tested once, with training on all others, which gives several complete histories out of sample.</summary>
    /// <param name="groups">Number of blocks, at least 3.</param>
    /// <param name="testGroups">How many of them are tested at a time, at least 1 and below <paramref name="groups"/>; at most 10,000 choices.</param>
    /// <param name="embargo">Rows after each test block that are removed from training in addition to the purged ones; not negative.</param>
    public static ISplit CombinatorialPurged(int groups = 6, int testGroups = 2, int embargo = 0) => new CombinatorialPurgedSplit(groups, testGroups, embargo);
}
