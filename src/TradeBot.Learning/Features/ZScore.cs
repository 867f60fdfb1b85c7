using TradeBot.Indicators;
using TradeBot.Indicators.Statistics;

namespace TradeBot.Learning;

/// <summary>The distance of the latest value from the mean of its window, in standard deviations of the window.</summary>
internal struct ZScore(int period) : IIndicator<double, double>
{
    private StandardDeviation _deviation = new(period);

    public readonly int WarmUp => _deviation.WarmUp;

    public double Update(in double value)
    {
        double deviation = _deviation.Update(value);
        return deviation == 0 ? double.NaN : (value - _deviation.Mean) / deviation;
    }
}
