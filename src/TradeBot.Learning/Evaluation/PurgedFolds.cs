using TradeBot.MarketData;
using TradeBot.Optimization;

namespace TradeBot.Learning;

/// <summary>Folds checked for overlap between training and test labels, whichever split made them.</summary>
internal static class PurgedFolds
{
    /// <summary>Divides the rows of a data set.</summary>
    /// <exception cref="ArgumentException">A training label overlaps a test label; the message names fold and rows.</exception>
    public static IReadOnlyList<Fold> Of(Dataset data, ISplit split)
    {
        IReadOnlyList<Fold> folds = split.Divide(data.Starts, data.Ends);
        foreach (Fold fold in folds)
            Require(data, split, fold);
        return folds;
    }

    private static void Require(Dataset data, ISplit split, Fold fold)
    {
        int[] test = [.. fold.Test.ToArray().OrderBy(row => data.Starts[row])];
        long[] starts = Array.ConvertAll(test, row => data.Starts[row]);
        int[] latest = new int[test.Length]; // of the test rows up to each, the one whose label is known last
        for (int i = 0; i < test.Length; i++)
            latest[i] = i > 0 && data.Ends[latest[i - 1]] >= data.Ends[test[i]] ? latest[i - 1] : test[i];

        foreach (int row in fold.Train.Span)
        {
            int begun = Array.BinarySearch(starts, data.Ends[row] + 1);
            begun = begun < 0 ? ~begun : FirstOf(starts, begun);
            if (begun > 0 && data.Ends[latest[begun - 1]] >= data.Starts[row])
                throw new ArgumentException(Describe(data, split, fold, row, latest[begun - 1]), nameof(split));
        }
    }

    private static int FirstOf(long[] starts, int place)
    {
        while (place > 0 && starts[place - 1] == starts[place])
            place--;
        return place;
    }

    private static string Describe(Dataset data, ISplit split, Fold fold, int train, int test) => FormattableString.Invariant(
        $"{split.Name}, fold {fold.Number}: the label of training row {train} ({Span(data, train)}) overlaps that of test row {test} ({Span(data, test)}), so test data would leak into training: use a split that purges.");

    private static string Span(Dataset data, int row) => FormattableString.Invariant(
        $"{UnixTime.ToDateTime(data.Starts[row]):yyyy-MM-dd HH:mm} to {UnixTime.ToDateTime(data.Ends[row]):yyyy-MM-dd HH:mm}");
}
