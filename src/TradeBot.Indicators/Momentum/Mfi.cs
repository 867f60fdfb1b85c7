using TradeBot.Indicators.Windows;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Momentum;

/// <summary>Money flow index: the share of traded value on candles whose typical price rose, from 0 to 100.</summary>
/// <remarks>
/// A candle whose typical price stays counts on neither side; 50 where no candle counts. NaN while a NaN is within
/// reach. The default value is invalid. Source: G. Quong and A. Soudack, <i>Stocks &amp; Commodities</i> 7(3), 1989.
/// </remarks>
public struct Mfi : IIndicator<Candle, double>
{
    private WindowSum _rising;
    private WindowSum _falling;
    private Change _change;

    /// <param name="period">How many candles are summed, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public Mfi(int period) => (_rising, _falling) = (new WindowSum(period), new WindowSum(period));

    /// <inheritdoc/>
    public readonly int WarmUp => _rising.Length + 1;

    /// <returns>From 0 to 100; NaN for the first period calls.</returns>
    public double Update(in Candle value)
    {
        double typical = (value.High + value.Low + value.Close) / 3;
        if (!_change.Push(typical, out double change))
            return double.NaN;

        double flow = double.IsNaN(change) ? change : typical * value.Volume;
        double rising = _rising.Push(change <= 0 ? 0 : flow), falling = _falling.Push(change >= 0 ? 0 : flow);
        if (!_rising.IsFull)
            return double.NaN;
        double sum = rising + falling;
        return sum == 0 ? 50 : Math.Clamp(100 * (rising / sum), 0, 100);
    }
}
