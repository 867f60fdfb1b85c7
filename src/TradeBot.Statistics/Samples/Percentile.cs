namespace TradeBot.Statistics;

/// <summary>Percentiles of a sample.</summary>
public static class Percentile
{
    /// <summary>The percentile of a sample, with linear interpolation between the two nearest ranks.</summary>
    /// <param name="sorted">Ascending.</param>
    /// <param name="fraction">From 0 to 1.</param>
    /// <returns>The value at rank <c>fraction · (n − 1)</c>, counted from 0; NaN when the sample is empty.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="fraction"/> is out of range.</exception>
    /// <remarks>Source: R. Hyndman and Y. Fan, <i>The American Statistician</i> 50(4), 1996, definition 7.</remarks>
    public static double OfSorted(ReadOnlySpan<double> sorted, double fraction)
    {
        if (!(fraction is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(fraction), fraction, "Must be from 0 to 1.");
        if (sorted.IsEmpty)
            return double.NaN;

        double rank = fraction * (sorted.Length - 1);
        int below = (int)rank;
        return below == sorted.Length - 1 ? sorted[below] : sorted[below] + (rank - below) * (sorted[below + 1] - sorted[below]);
    }
}
