namespace TradeBot.Indicators.Averages;

/// <summary>Wilder's average: the mean of the first n values, then <c>S += (x − S) / n</c>.</summary>
/// <remarks>
/// NaN in makes every later output NaN. The default value is invalid.
/// Source: J. W. Wilder, <i>New Concepts in Technical Trading Systems</i>, 1978.
/// </remarks>
public struct WilderAverage : IIndicator<double, double>
{
    private readonly int _period;
    private int _count;
    private double _average;

    /// <param name="period">Smoothing length, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public WilderAverage(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _period = period;
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _period;

    /// <returns>The average so far; NaN for the first period − 1 calls.</returns>
    public double Update(in double value)
    {
        _count = Math.Min(_count + 1, _period);
        _average += (value - _average) / _count; // running mean while seeding, recursion after
        return _count < _period ? double.NaN : _average;
    }

    /// <param name="values">Oldest first.</param>
    /// <param name="period">At least 1.</param>
    /// <param name="destination">Aligned with <paramref name="values"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Compute(ReadOnlySpan<double> values, int period, Span<double> destination) =>
        Batch.Run(new WilderAverage(period), values, destination);
}
