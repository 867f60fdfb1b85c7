namespace TradeBot.Indicators.Statistics;

/// <summary>
/// Half-life of mean reversion: after how many candles half of a distance from the mean is expected to be gone.
/// </summary>
/// <remarks>
/// Regresses the n changes on the values before them, <c>Δx = a + φ x</c>, and returns <c>−ln 2 / ln(1 + φ)</c>. NaN where φ is not
/// in (−1, 0), that is where the window does not revert smoothly. The cost of an update grows with n. NaN while a NaN is in the
/// window. The default value is invalid. Source: E. Chan, <i>Algorithmic Trading</i>, 2013; the exact form for discrete steps.
/// </remarks>
public struct HalfLife : IIndicator<double, double>
{
    private PairWindow _window;
    private double _previous = double.NaN;
    private bool _started;

    /// <param name="period">How many changes are covered, at least 3.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 3.</exception>
    public HalfLife(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 3);
        WarmUp = period + 1;
        _window = new PairWindow(period);
    }

    /// <inheritdoc/>
    public int WarmUp { get; }

    /// <returns>Positive, in candles; NaN for the first period calls.</returns>
    public double Update(in double value)
    {
        double earlier = _previous;
        _previous = value;
        if (!_started)
        {
            _started = true;
            return double.NaN;
        }

        _window.Push(new Pair(value - earlier, earlier));
        if (!_window.IsFull)
            return double.NaN;

        (_, double squares, double products) = _window.Sums();
        double pull = products / squares;
        return pull > -1 && pull < 0 ? -Math.Log(2) / Math.Log(1 + pull) : double.NaN;
    }

    /// <summary>Runs the streaming form over a column.</summary>
    /// <param name="values">Oldest first.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="destination">Aligned with <paramref name="values"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(ReadOnlySpan<double> values, int period, Span<double> destination) =>
        Batch.Run(new HalfLife(period), values, destination);
}
