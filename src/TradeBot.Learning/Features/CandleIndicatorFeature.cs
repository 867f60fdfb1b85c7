using TradeBot.Indicators;
using TradeBot.MarketData;

namespace TradeBot.Learning;

/// <summary>An indicator over whole candles.</summary>
internal sealed class CandleIndicatorFeature<TIndicator> : ScalarFeature
    where TIndicator : struct, IIndicator<Candle, double>
{
    private readonly Func<TIndicator> _create;
    private readonly int _warmUp;

    public CandleIndicatorFeature(string name, Func<TIndicator> create)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(create);
        (Name, _create, _warmUp) = (name, create, create().WarmUp);
    }

    public override string Name { get; }

    public override int WarmUpOn(Timeframe timeframe) => _warmUp;

    public override FeatureState Start(FeatureSource source) => new State(_create());

    private sealed class State(TIndicator indicator) : FeatureState
    {
        private TIndicator _indicator = indicator;

        public override double Update(in Candle candle) => _indicator.Update(candle);
    }
}
