namespace TradeBot.Indicators.Trend;

/// <summary>How far the value is from what the regression over the n values before it forecast, in per cent of the value.</summary>
/// <remarks>NaN while a NaN is in the window. The default value is invalid. Source: T. Chande, S. Kroll, <i>The New Technical Trader</i>, 1994.</remarks>
public struct ForecastOscillator : IIndicator<double, double>
{
    private LinearRegression _regression;
    private double _forecast = double.NaN;

    /// <param name="period">How many values the line is fitted to, at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 2.</exception>
    public ForecastOscillator(int period) => _regression = new LinearRegression(period);

    /// <inheritdoc/>
    public readonly int WarmUp => _regression.WarmUp + 1;

    /// <returns>Positive above the forecast; NaN for the first period calls and where the value is 0.</returns>
    public double Update(in double value)
    {
        double expected = _forecast;
        _forecast = _regression.Update(value).Forecast;
        return value == 0 ? double.NaN : 100 * (value - expected) / value;
    }

    /// <summary>Runs the streaming form over a column.</summary>
    /// <param name="values">Oldest first.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="destination">Aligned with <paramref name="values"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(ReadOnlySpan<double> values, int period, Span<double> destination) =>
        Batch.Run(new ForecastOscillator(period), values, destination);
}
