namespace TradeBot.MarketData;

/// <summary>The middle of many values without sorting them all.</summary>
internal static class Selection
{
    private const int Buckets = 1 << 16;
    private const int WorthCounting = 2048;

    /// <summary>The lower median: the element at position ⌊(n − 1) / 2⌋ in order.</summary>
    /// <remarks>
    /// Counts the values by their sixteen leading bits, finds the bucket with the middle, and sorts that one: two
    /// passes, where sorting everything takes about twenty.
    /// </remarks>
    /// <param name="values">At least one, no NaN.</param>
    /// <param name="scratch">As long as the values; overwritten.</param>
    public static double LowerMedian(ReadOnlySpan<double> values, Span<double> scratch)
    {
        int rank = (values.Length - 1) / 2;
        if (values.Length < WorthCounting)
            return InOrder(values, scratch, rank);

        int[] counts = new int[Buckets];
        foreach (double value in values)
            counts[BucketOf(value)]++;

        int bucket = 0;
        for (; rank >= counts[bucket]; bucket++)
            rank -= counts[bucket];

        int count = 0;
        foreach (double value in values)
        {
            if (BucketOf(value) == bucket)
                scratch[count++] = value;
        }

        return InOrder(scratch[..count], scratch, rank);
    }

    private static double InOrder(ReadOnlySpan<double> values, Span<double> scratch, int rank)
    {
        values.CopyTo(scratch);
        Span<double> sorted = scratch[..values.Length];
        sorted.Sort();
        return sorted[rank];
    }

    // Sign and magnitude made to count upwards, so that the order of the bits is the order of the numbers.
    private static int BucketOf(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        ulong ordered = (ulong)(bits ^ ((bits >> 63) | long.MinValue));
        return (int)(ordered >> 48);
    }
}
