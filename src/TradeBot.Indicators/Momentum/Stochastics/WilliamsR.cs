using TradeBot.Indicators.Windows;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Momentum;

/// <summary>Williams %R: how far the close is below the highest high of n candles, in percent of their range.</summary>
/// <remarks>
/// −50 where the range is 0. NaN while a NaN is in the window. The default value is invalid.
/// Source: L. Williams, <i>How I Made One Million Dollars Last Year Trading Commodities</i>, 1973.
/// </remarks>
public struct WilliamsR : IIndicator<Candle, double>
{
    private RangeWindow _range;

    /// <param name="period">How many candles the range covers, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public WilliamsR(int period) => _range = new RangeWindow(period);

    /// <inheritdoc/>
    public readonly int WarmUp => _range.Length;

    /// <returns>From −100 at the lowest to 0 at the highest; NaN for the first period − 1 calls.</returns>
    public double Update(in Candle value)
    {
        _range.Push(value.High, value.Low);
        return _range.IsFull ? 100 * (_range.Position(value.Close) - 1) : double.NaN;
    }
}
