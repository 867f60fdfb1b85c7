using TradeBot.MarketData;

namespace TradeBot.Learning;

/// <summary>Something that one candle tells by itself.</summary>
internal sealed class CandleFeature(string name, Func<Candle, double> read) : ScalarFeature
{
    public override string Name => name;

    public override int WarmUpOn(Timeframe timeframe) => 1;

    public override FeatureState Start(FeatureSource source) => new State(read);

    private sealed class State(Func<Candle, double> read) : FeatureState
    {
        public override double Update(in Candle candle) => read(candle);
    }
}
