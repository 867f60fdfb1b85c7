using TradeBot.Indicators;
using TradeBot.Indicators.Averages;

namespace TradeBot.Strategies.Tests;

/// <summary>The share of the last values that rose.</summary>
internal struct UpShare(int period) : IIndicator<double, double>
{
    private Sma _mean = new(period);
    private double _before = double.NaN;

    public readonly int WarmUp => period + 1;

    public double Update(in double value)
    {
        double rose = double.IsNaN(_before) ? double.NaN : value > _before ? 1 : 0;
        _before = value;
        return double.IsNaN(rose) ? double.NaN : _mean.Update(rose);
    }
}
