using TradeBot.Indicators.Averages;
using TradeBot.Indicators.Windows;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Momentum;

/// <summary>Pretty good oscillator: the distance of the close from its mean in exponential averages of the true range.</summary>
/// <remarks>
/// 0 where the true range is. NaN in makes every later output NaN. The default value is invalid.
/// Source: M. Johnson, <i>Pretty Good Oscillator</i>, TASC newsgroup, 1999.
/// </remarks>
public struct PrettyGood : IIndicator<Candle, double>
{
    private Sma _mean;
    private Ema _range;
    private Change _change;

    /// <param name="period">Length of both averages, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public PrettyGood(int period) => (_mean, _range) = (new Sma(period), new Ema(period));

    /// <inheritdoc/>
    public readonly int WarmUp => _range.WarmUp + 1;

    /// <returns>Dimensionless; NaN for the first period calls.</returns>
    public double Update(in Candle value)
    {
        double distance = value.Close - _mean.Update(value.Close);
        if (!_change.Push(value.Close, out _))
            return double.NaN;

        double high = Math.Max(value.High, _change.Before), low = Math.Min(value.Low, _change.Before);
        double range = _range.Update(high - low);
        return range == 0 ? 0 : distance / range;
    }
}
