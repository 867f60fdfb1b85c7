namespace TradeBot.Optimization;

/// <summary>Joins the test returns of folds to complete histories.</summary>
internal static class Stitching
{
    /// <summary>The n-th history takes for each row the return of the n-th fold that tested it; 0 for a fold without a winner.</summary>
    public static IReadOnlyList<ReadOnlyMemory<double>> Paths(IEnumerable<FoldOutcome> folds, int rows)
    {
        List<double>[] byRow = [.. Enumerable.Range(0, rows).Select(_ => new List<double>())];
        foreach (FoldOutcome outcome in folds)
        {
            ReadOnlySpan<int> test = outcome.Fold.Test.Span;
            for (int i = 0; i < test.Length; i++)
                byRow[test[i]].Add(outcome.Selected is null ? 0 : outcome.Returns.Span[i]);
        }

        List<double>[] judged = [.. byRow.Where(returns => returns.Count > 0)];
        int paths = judged.Length == 0 ? 0 : judged.Min(returns => returns.Count);
        return [.. Enumerable.Range(0, paths).Select(path => (ReadOnlyMemory<double>)judged.Select(returns => returns[path]).ToArray())];
    }
}
