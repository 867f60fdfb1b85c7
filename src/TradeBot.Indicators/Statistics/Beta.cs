namespace TradeBot.Indicators.Statistics;

/// <summary>Beta: the slope of the first series on the second over the last n pairs.</summary>
/// <remarks>
/// Pass returns for the beta of an asset (first) to a benchmark (second); prices give a hedge ratio. TA-Lib's BETA takes the
/// returns itself, of prices, and puts the benchmark first. The cost of an update grows with n. NaN where the second series is
/// flat, and while a NaN is in the window. The default value is invalid. Source: W. Sharpe, <i>Management Science</i> 9(2), 1963.
/// </remarks>
public struct Beta : IIndicator<Pair, double>
{
    private PairWindow _window;

    /// <param name="period">How many pairs are covered, at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 2.</exception>
    public Beta(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 2);
        WarmUp = period;
        _window = new PairWindow(period);
    }

    /// <inheritdoc/>
    public int WarmUp { get; }

    /// <returns>In the unit of the first per unit of the second; NaN for the first period − 1 calls.</returns>
    public double Update(in Pair value)
    {
        _window.Push(value);
        if (!_window.IsFull)
            return double.NaN;

        (_, double yy, double xy) = _window.Sums();
        return yy == 0 ? double.NaN : xy / yy;
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
        var indicator = new Beta(period);
        for (int i = 0; i < first.Length; i++)
            destination[i] = indicator.Update(new Pair(first[i], second[i]));
    }
}
