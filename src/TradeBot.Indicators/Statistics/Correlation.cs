namespace TradeBot.Indicators.Statistics;

/// <summary>Pearson's correlation of the last n pairs, from −1 to 1.</summary>
/// <remarks>
/// The cost of an update grows with n. NaN where either series is flat, and while a NaN is in the window. The default value is
/// invalid. Source: K. Pearson, <i>Proceedings of the Royal Society</i> 58, 1895.
/// </remarks>
public struct Correlation : IIndicator<Pair, double>
{
    private PairWindow _window;

    /// <param name="period">How many pairs are covered, at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 2.</exception>
    public Correlation(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 2);
        WarmUp = period;
        _window = new PairWindow(period);
    }

    /// <inheritdoc/>
    public int WarmUp { get; }

    /// <returns>From −1 to 1; NaN for the first period − 1 calls.</returns>
    public double Update(in Pair value)
    {
        _window.Push(value);
        if (!_window.IsFull)
            return double.NaN;

        (double xx, double yy, double xy) = _window.Sums();
        double scale = Math.Sqrt(xx) * Math.Sqrt(yy);
        return scale == 0 ? double.NaN : Math.Clamp(xy / scale, -1, 1);
    }

    /// <summary>Runs the streaming form over columns.</summary>
    /// <param name="first">Oldest first.</param>
    /// <param name="second">Aligned with <paramref name="first"/>.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="destination">Aligned with <paramref name="first"/>.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(ReadOnlySpan<double> first, ReadOnlySpan<double> second, int period, Span<double> destination)
    {
        Batch.RequireLength(first.Length, second.Length, nameof(second));
        Batch.RequireLength(first.Length, destination.Length, nameof(destination));
        var indicator = new Correlation(period);
        for (int i = 0; i < first.Length; i++)
            destination[i] = indicator.Update(new Pair(first[i], second[i]));
    }
}
