using TradeBot.Indicators.Windows;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Momentum;

/// <summary>Intraday momentum index: the share of rising bodies among the bodies of n candles, from 0 to 100.</summary>
/// <remarks>
/// 50 where no candle has a body. NaN while a NaN is in the window. The default value is invalid.
/// Source: T. Chande and S. Kroll, <i>The New Technical Trader</i>, 1994.
/// </remarks>
public struct IntradayMomentum : IIndicator<Candle, double>
{
    private WindowSum _rising;
    private WindowSum _falling;

    /// <param name="period">How many candles are summed, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public IntradayMomentum(int period) => (_rising, _falling) = (new WindowSum(period), new WindowSum(period));

    /// <inheritdoc/>
    public readonly int WarmUp => _rising.Length;

    /// <returns>From 0 to 100; NaN for the first period − 1 calls.</returns>
    public double Update(in Candle value)
    {
        double body = value.Close - value.Open;
        double rising = _rising.Push(Math.Max(body, 0)), falling = _falling.Push(Math.Max(-body, 0));
        if (!_rising.IsFull)
            return double.NaN;
        double sum = rising + falling;
        return sum == 0 ? 50 : Math.Clamp(100 * (rising / sum), 0, 100);
    }
}
