using TradeBot.Indicators;
using TradeBot.MarketData;

namespace TradeBot.Learning;

/// <summary>An indicator over the values of a feature.</summary>
internal sealed class IndicatorFeature<TIndicator> : ScalarFeature
    where TIndicator : struct, IIndicator<double, double>
{
    private readonly ScalarFeature _input;
    private readonly Func<TIndicator> _create;
    private readonly int _warmUp;

    public IndicatorFeature(string name, ScalarFeature input, Func<TIndicator> create)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(create);
        (Name, _input, _create) = (name, input, create);
        _warmUp = create().WarmUp;
    }

    public override string Name { get; }

    public override int WarmUpOn(Timeframe timeframe) => _input.WarmUpOn(timeframe) + _warmUp - 1;

    public override bool CanStream => _input.CanStream;

    public override FeatureState Start(FeatureSource source) => new State(_input.Start(source), _create());

    private sealed class State(FeatureState input, TIndicator indicator) : FeatureState
    {
        private TIndicator _indicator = indicator;
        private bool _hasBegun;

        public override double Update(in Candle candle)
        {
            double value = input.Update(candle);
            _hasBegun |= !double.IsNaN(value); // an input that warms up is not a value missing from the middle
            return _hasBegun ? _indicator.Update(value) : double.NaN;
        }
    }
}
