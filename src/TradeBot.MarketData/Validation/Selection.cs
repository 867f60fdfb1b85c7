namespace TradeBot.MarketData;

/// <summary>Median selection without sorting all values.</summary>
internal static class Selection
{
    private const int BitsPerRound = 12;
    private const int Buckets = 1 << BitsPerRound;
    private const int WorthCounting = 512;

    /// <summary>The lower median: the element at position ⌊(n − 1) / 2⌋ in order.</summary>
    /// <remarks>
    /// Each round counts the values by twelve more of their leading bits and keeps the bucket with the median.
    /// Two rounds are enough in practice, where sorting everything takes about twenty passes.
    /// </remarks>
    /// <param name="values">At least one, without NaN.</param>
    /// <param name="scratch">As long as the values; overwritten.</param>
    public static double LowerMedian(ReadOnlySpan<double> values, Span<double> scratch)
    {
        Span<int> counts = stackalloc int[Buckets];
        int rank = (values.Length - 1) / 2;
        for (int shift = 64 - BitsPerRound; values.Length > WorthCounting && shift > 0; shift -= BitsPerRound)
        {
            counts.Clear();
            foreach (double value in values)
                counts[BucketOf(value, shift)]++;

            int bucket = 0;
            for (; rank >= counts[bucket]; bucket++)
                rank -= counts[bucket];

            // Writing never overtakes reading, so values and scratch may overlap.
            int count = 0;
            foreach (double value in values)
            {
                if (BucketOf(value, shift) == bucket)
                    scratch[count++] = value;
            }

            values = scratch[..count];
        }

        Span<double> left = scratch[..values.Length];
        values.CopyTo(left);
        left.Sort();
        return left[rank];
    }

    // Maps sign and magnitude so that the order of the bits is the order of the numbers.
    private static int BucketOf(double value, int shift)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        ulong ordered = (ulong)(bits ^ ((bits >> 63) | long.MinValue));
        return (int)(ordered >> shift) & (Buckets - 1);
    }
}
