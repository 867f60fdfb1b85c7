using System.Globalization;
using TradeBot.MarketData;

namespace TradeBot.Learning;

/// <summary>The same number at every candle.</summary>
internal sealed class ConstantFeature(double value) : ScalarFeature
{
    public double Value => value;

    public override string Name => value.ToString("R", CultureInfo.InvariantCulture);

    public override int WarmUpOn(Timeframe timeframe) => 1;

    public override FeatureState Start(FeatureSource source) => new State(value);

    private sealed class State(double value) : FeatureState
    {
        public override double Update(in Candle candle) => value;
    }
}
