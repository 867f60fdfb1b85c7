using TradeBot.MarketData;

namespace TradeBot.Learning;

/// <summary>A function of a feature's value and of its value so many candles before.</summary>
internal sealed class WindowFeature : ScalarFeature
{
    private readonly ScalarFeature _input;
    private readonly int _candles;
    private readonly Func<double, double, double> _function;

    public WindowFeature(string name, ScalarFeature input, int candles, Func<double, double, double> function)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(candles, 1);
        (Name, _input, _candles, _function) = (name, input, candles, function);
    }

    public override string Name { get; }

    public override int WarmUpOn(Timeframe timeframe) => _input.WarmUpOn(timeframe) + _candles;

    public override bool CanStream => _input.CanStream;

    public override FeatureState Start(FeatureSource source) => new State(_input.Start(source), _candles, _function);

    private sealed class State : FeatureState
    {
        private readonly FeatureState _input;
        private readonly Func<double, double, double> _function;
        private readonly double[] _ring;
        private int _next;

        public State(FeatureState input, int candles, Func<double, double, double> function)
        {
            (_input, _function, _ring) = (input, function, new double[candles]);
            Array.Fill(_ring, double.NaN);
        }

        public override double Update(in Candle candle)
        {
            double value = _input.Update(candle), oldest = _ring[_next];
            _ring[_next] = value;
            _next = _next + 1 == _ring.Length ? 0 : _next + 1;
            return _function(value, oldest);
        }
    }
}
