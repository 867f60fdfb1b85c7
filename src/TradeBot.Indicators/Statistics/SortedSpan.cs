namespace TradeBot.Indicators.Statistics;

/// <summary>Counts in ascending values by halving.</summary>
internal static class SortedSpan
{
    /// <summary>How many values are smaller.</summary>
    public static int CountBelow(ReadOnlySpan<double> sorted, double value)
    {
        int low = 0, high = sorted.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = sorted[middle] < value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>How many values are smaller or equal.</summary>
    public static int CountNotAbove(ReadOnlySpan<double> sorted, double value)
    {
        int low = 0, high = sorted.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = sorted[middle] <= value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
