namespace TradeBot.Indicators.Statistics;

/// <summary>Half-way between the largest and the smallest of the last n values.</summary>
/// <remarks>NaN while a NaN is in the window. The default value is invalid. Source: TA-Lib, MIDPOINT.</remarks>
public struct Midpoint : IIndicator<double, double>
{
    private Highest _highest;
    private Lowest _lowest;

    /// <param name="period">How many values are covered, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public Midpoint(int period)
    {
        _highest = new Highest(period);
        _lowest = new Lowest(period);
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _highest.WarmUp;

    /// <returns>In the unit of the values, within their range; NaN for the first period − 1 calls.</returns>
    public double Update(in double value) => (_highest.Update(value) + _lowest.Update(value)) / 2;

    /// <summary>Runs the streaming form over a column.</summary>
    /// <param name="values">Oldest first.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="destination">Aligned with <paramref name="values"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(ReadOnlySpan<double> values, int period, Span<double> destination) =>
        Batch.Run(new Midpoint(period), values, destination);
}
