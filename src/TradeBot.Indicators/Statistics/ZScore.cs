namespace TradeBot.Indicators.Statistics;

/// <summary>How many standard deviations the value is above the mean of the last n values, itself included.</summary>
/// <remarks>
/// The deviation divides by n. NaN for a flat window, and while a NaN is in the window. The default value is invalid.
/// </remarks>
public struct ZScore : IIndicator<double, double>
{
    private StandardDeviation _deviation;

    /// <param name="period">How many values are covered, at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 2.</exception>
    public ZScore(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 2);
        _deviation = new StandardDeviation(period);
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _deviation.WarmUp;

    /// <returns>Within ±√(period − 1); NaN for the first period − 1 calls.</returns>
    public double Update(in double value)
    {
        double deviation = _deviation.Update(value);
        return deviation == 0 ? double.NaN : (value - _deviation.Mean) / deviation;
    }

    /// <summary>Runs the streaming form over a column.</summary>
    /// <param name="values">Oldest first.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="destination">Aligned with <paramref name="values"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(ReadOnlySpan<double> values, int period, Span<double> destination) =>
        Batch.Run(new ZScore(period), values, destination);
}
