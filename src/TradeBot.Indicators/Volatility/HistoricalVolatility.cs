using TradeBot.Indicators.Statistics;

namespace TradeBot.Indicators.Volatility;

/// <summary>Annualised sample standard deviation of the last n log returns.</summary>
/// <remarks>
/// Divides by n − 1. Tulip's volatility takes simple returns, divides by n and assumes 252 periods.
/// NaN while a NaN or a price that is not positive is within the window. The default value is invalid.
/// Source: J. Hull, <i>Options, Futures and Other Derivatives</i>, chapter on the Black-Scholes-Merton model.
/// </remarks>
public struct HistoricalVolatility : IIndicator<double, double>
{
    private readonly double _scale;
    private StandardDeviation _deviation;
    private double _previous = double.NaN;
    private bool _started;

    /// <param name="period">How many returns are covered, at least 2.</param>
    /// <param name="periodsPerYear">Candles in a year, positive and finite: 365 for daily crypto candles; 1 leaves it per candle.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public HistoricalVolatility(int period, double periodsPerYear)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 2);
        _deviation = new StandardDeviation(period);
        _scale = Math.Sqrt(Parameter.Positive(periodsPerYear) * period / (period - 1));
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _deviation.WarmUp + 1;

    /// <returns>Not negative, a fraction per year; NaN for the first period calls.</returns>
    public double Update(in double value)
    {
        double change = LogReturn.Of(value, _previous);
        _previous = value;
        if (!_started)
        {
            _started = true;
            return double.NaN;
        }

        return _scale * _deviation.Update(change);
    }

    /// <summary>Runs the streaming form over a column.</summary>
    /// <param name="values">Oldest first.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="periodsPerYear">As for the constructor.</param>
    /// <param name="destination">Aligned with <paramref name="values"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(ReadOnlySpan<double> values, int period, double periodsPerYear, Span<double> destination) =>
        Batch.Run(new HistoricalVolatility(period, periodsPerYear), values, destination);
}
