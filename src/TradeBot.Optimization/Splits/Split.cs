namespace TradeBot.Optimization;

/// <summary>The splits. All keep from training each row whose label's span touches that of a test label.</summary>
public static class Split
{
    /// <summary>Learns from the past, is judged by the rows that follow; then the judged rows are past too.</summary>
    /// <param name="folds">At least 1. The rows are cut into folds + 1 equal blocks; all but the first are judged in turn.</param>
    /// <param name="embargo">Rows between training and test that are kept from training besides the purged ones; not negative.</param>
    /// <param name="window">Learns only from so many of the latest rows, counted before purging; null for all of the past.</param>
    public static ISplit WalkForward(int folds, int embargo = 0, int? window = null) => new WalkForwardSplit(folds, embargo, window);

    /// <summary>Learns from the past, is judged by the last rows, once.</summary>
    /// <param name="testShare">Share of the rows to judge by, in (0, 1), rounded to whole rows.</param>
    /// <param name="embargo">Rows between training and test that are kept from training besides the purged ones; not negative.</param>
    public static ISplit TrainTest(double testShare = 0.25, int embargo = 0) => new TrainTestSplit(testShare, embargo);

    /// <summary>Each of equal blocks is judged once, after learning from all others: from the future too.</summary>
    /// <param name="folds">At least 2.</param>
    /// <param name="embargo">Rows after the test block that are kept from training besides the purged ones; not negative.</param>
    public static ISplit PurgedKFold(int folds, int embargo = 0) => new PurgedKFoldSplit(folds, embargo);

    /// <summary>Every choice of some of the equal blocks is judged once, after learning from all others: several whole histories out of sample.</summary>
    /// <param name="groups">Into how many blocks the rows are cut, at least 3.</param>
    /// <param name="testGroups">How many of them are judged at a time, at least 1 and below <paramref name="groups"/>; at most 10,000 choices.</param>
    /// <param name="embargo">Rows after each test block that are kept from training besides the purged ones; not negative.</param>
    public static ISplit CombinatorialPurged(int groups = 6, int testGroups = 2, int embargo = 0) => new CombinatorialPurgedSplit(groups, testGroups, embargo);
}
