namespace TradeBot.Indicators.Statistics;

/// <summary>Standard error of the mean of the last n values: their population standard deviation over √n.</summary>
/// <remarks>NaN while a NaN is in the window. The default value is invalid. Source: Tulip, stderr.</remarks>
public struct StandardError : IIndicator<double, double>
{
    private readonly double _root;
    private StandardDeviation _deviation;

    /// <param name="period">How many values are covered, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public StandardError(int period)
    {
        _deviation = new StandardDeviation(period);
        _root = Math.Sqrt(period);
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _deviation.WarmUp;

    /// <returns>Not negative, in the unit of the values; NaN for the first period − 1 calls.</returns>
    public double Update(in double value) => _deviation.Update(value) / _root;

    /// <summary>Runs the streaming form over a column.</summary>
    /// <param name="values">Oldest first.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="destination">Aligned with <paramref name="values"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(ReadOnlySpan<double> values, int period, Span<double> destination) =>
        Batch.Run(new StandardError(period), values, destination);
}
