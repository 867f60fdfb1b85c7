using TradeBot.Indicators.Averages;

namespace TradeBot.Indicators.Momentum;

/// <summary>Bias: the distance of the value from the mean of the last n, in percent of the mean.</summary>
/// <remarks>NaN while a NaN is in the window. The default value is invalid.</remarks>
public struct Bias : IIndicator<double, double>
{
    private Sma _mean;

    /// <param name="period">How many values the mean covers, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public Bias(int period) => _mean = new Sma(period);

    /// <inheritdoc/>
    public readonly int WarmUp => _mean.WarmUp;

    /// <param name="value">Positive.</param>
    /// <returns>Percent; NaN for the first period − 1 calls.</returns>
    public double Update(in double value)
    {
        double mean = _mean.Update(value);
        return 100 * ((value - mean) / mean);
    }
}
