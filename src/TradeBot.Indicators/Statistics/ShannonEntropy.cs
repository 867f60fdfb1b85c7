using TradeBot.Indicators.Windows;

namespace TradeBot.Indicators.Statistics;

/// <summary>Shannon entropy of the histogram of the last n values, in bits.</summary>
/// <remarks>
/// Bins of equal width from the smallest to the largest of the window. 0 for a flat window. The cost of an update grows with n.
/// NaN while a NaN is in the window. The default value is invalid.
/// Source: C. Shannon, <i>Bell System Technical Journal</i> 27, 1948.
/// </remarks>
public struct ShannonEntropy : IIndicator<double, double>
{
    private const int MostBins = 256;

    private readonly int _bins;
    private ValueWindow _window;

    /// <param name="period">How many values are covered, at least 2.</param>
    /// <param name="bins">Number of bins, from 2 to 256.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public ShannonEntropy(int period, int bins)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bins, MostBins);
        WarmUp = period;
        _bins = bins;
        _window = new ValueWindow(period);
    }

    /// <inheritdoc/>
    public int WarmUp { get; }

    /// <returns>From 0 to log₂(bins); NaN for the first period − 1 calls.</returns>
    public double Update(in double value)
    {
        _window.Push(value);
        if (!_window.IsFull)
            return double.NaN;

        ReadOnlySpan<double> values = _window.Values;
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (double x in values)
            (low, high) = (Math.Min(low, x), Math.Max(high, x));
        if (double.IsNaN(low) || low == high)
            return low - low;

        Span<int> counts = stackalloc int[MostBins];
        counts = counts[.._bins];
        counts.Clear();
        foreach (double x in values)
            counts[Math.Min((int)((x - low) / (high - low) * _bins), _bins - 1)]++;
        return Bits(counts, values.Length);
    }

    /// <summary>Runs the streaming form over a column.</summary>
    /// <param name="values">Oldest first.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="bins">As for the constructor.</param>
    /// <param name="destination">Aligned with <paramref name="values"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(ReadOnlySpan<double> values, int period, int bins, Span<double> destination) =>
        Batch.Run(new ShannonEntropy(period, bins), values, destination);

    private static double Bits(ReadOnlySpan<int> counts, double total)
    {
        double bits = 0;
        foreach (int count in counts)
        {
            if (count > 0)
                bits -= count / total * Math.Log2(count / total);
        }

        return bits;
    }
}
