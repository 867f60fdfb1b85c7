namespace TradeBot.Indicators.Statistics;

/// <summary>Population variance of the last n values, dividing by n.</summary>
/// <remarks>
/// NaN while a NaN is in the window. The default value is invalid. Source: the square of <see cref="StandardDeviation"/>.
/// </remarks>
public struct Variance : IIndicator<double, double>
{
    private StandardDeviation _deviation;

    /// <param name="period">How many values are covered, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public Variance(int period) => _deviation = new StandardDeviation(period);

    /// <inheritdoc/>
    public readonly int WarmUp => _deviation.WarmUp;

    /// <returns>Not negative, in the squared unit of the values; NaN for the first period − 1 calls.</returns>
    public double Update(in double value)
    {
        double deviation = _deviation.Update(value);
        return deviation * deviation;
    }

    /// <summary>Runs the streaming form over a column.</summary>
    /// <param name="values">Oldest first.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="destination">Aligned with <paramref name="values"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(ReadOnlySpan<double> values, int period, Span<double> destination) =>
        Batch.Run(new Variance(period), values, destination);
}
