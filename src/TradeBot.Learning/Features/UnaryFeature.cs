using TradeBot.MarketData;

namespace TradeBot.Learning;

/// <summary>A function of one feature at one candle.</summary>
internal sealed class UnaryFeature(string name, ScalarFeature input, Func<double, double> function) : ScalarFeature
{
    public override string Name => name;

    public override int WarmUpOn(Timeframe timeframe) => input.WarmUpOn(timeframe);

    public override bool CanStream => input.CanStream;

    public override FeatureState Start(FeatureSource source) => new State(input.Start(source), function);

    private sealed class State(FeatureState input, Func<double, double> function) : FeatureState
    {
        public override double Update(in Candle candle) => function(input.Update(candle));
    }
}
