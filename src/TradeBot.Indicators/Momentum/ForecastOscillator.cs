using TradeBot.Indicators.Averages;

namespace TradeBot.Indicators.Momentum;

/// <summary>Chande forecast oscillator: how far the value is above the forecast of a straight line through the n values before, in percent of it.</summary>
/// <remarks>
/// NaN while a NaN is within reach. The default value is invalid.
/// Source: T. Chande and S. Kroll, <i>The New Technical Trader</i>, 1994.
/// </remarks>
public struct ForecastOscillator : IIndicator<double, double>
{
    private Lsma _line;

    /// <param name="period">How many values the line is fitted to, at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 2.</exception>
    public ForecastOscillator(int period) => _line = new Lsma(period);

    /// <inheritdoc/>
    public readonly int WarmUp => _line.WarmUp + 1;

    /// <param name="value">Not 0.</param>
    /// <returns>Percent; NaN for the first period calls.</returns>
    public double Update(in double value)
    {
        double forecast = _line.Forecast;
        _line.Update(value);
        return 100 * ((value - forecast) / value);
    }
}
