using TradeBot.Indicators.Averages;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Momentum;

/// <summary>Accelerator oscillator: the awesome oscillator minus its own mean.</summary>
/// <remarks>
/// NaN while a NaN is within reach. The default value is invalid. Source: B. Williams, <i>New Trading Dimensions</i>, 1998.
/// </remarks>
public struct AcceleratorOscillator : IIndicator<Candle, double>
{
    private AwesomeOscillator _awesome;
    private Sma _mean;

    /// <param name="fast">Length of the fast mean, at least 1.</param>
    /// <param name="slow">Length of the slow mean, more than <paramref name="fast"/>.</param>
    /// <param name="signal">Length of the mean of their difference, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public AcceleratorOscillator(int fast = 5, int slow = 34, int signal = 5)
    {
        _awesome = new AwesomeOscillator(fast, slow);
        _mean = new Sma(signal);
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _awesome.WarmUp + _mean.WarmUp - 1;

    /// <returns>The difference, in the unit of prices; NaN for the first slow + signal − 2 calls.</returns>
    public double Update(in Candle value)
    {
        double awesome = _awesome.Update(value);
        return _awesome.IsFull ? awesome - _mean.Update(awesome) : double.NaN;
    }
}
