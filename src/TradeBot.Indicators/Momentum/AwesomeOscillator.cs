using TradeBot.Indicators.Averages;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Momentum;

/// <summary>Awesome oscillator: a fast minus a slow mean of the middles of the candles' ranges.</summary>
/// <remarks>
/// NaN while a NaN is in the window. The default value is invalid. Source: B. Williams, <i>New Trading Dimensions</i>, 1998.
/// </remarks>
public struct AwesomeOscillator : IIndicator<Candle, double>
{
    private Sma _fast;
    private Sma _slow;

    /// <param name="fast">Length of the fast mean, at least 1.</param>
    /// <param name="slow">Length of the slow mean, more than <paramref name="fast"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public AwesomeOscillator(int fast = 5, int slow = 34)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(slow, fast);
        (_fast, _slow) = (new Sma(fast), new Sma(slow));
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _slow.WarmUp;

    /// <summary>True once the slow window holds its full number of candles.</summary>
    internal readonly bool IsFull => _slow.IsFull;

    /// <returns>The difference, in the unit of prices; NaN for the first slow − 1 calls.</returns>
    public double Update(in Candle value)
    {
        double middle = (value.High + value.Low) / 2;
        return _fast.Update(middle) - _slow.Update(middle);
    }
}
