using TradeBot.MarketData;

namespace TradeBot.Learning;

/// <summary>A place in a cycle, such as the hour of the day: after the last comes the first again.</summary>
public sealed class PeriodicFeature : ScalarFeature
{
    private readonly Func<DateTime, double> _position;
    private readonly double _period;

    internal PeriodicFeature(string name, double period, Func<DateTime, double> position) => (Name, _period, _position) = (name, period, position);

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override int WarmUpOn(Timeframe timeframe) => 1;

    /// <inheritdoc/>
    public override FeatureState Start(FeatureSource source) => new State(_position);

    /// <summary>Two columns, sine and cosine of the place in the cycle: its end lies beside its beginning.</summary>
    public Feature Cyclic() => new CyclicFeature(this, _period);

    private sealed class State(Func<DateTime, double> position) : FeatureState
    {
        public override double Update(in Candle candle) => position(candle.OpenTime);
    }

    private sealed class CyclicFeature(PeriodicFeature input, double period) : Feature
    {
        public override IReadOnlyList<ScalarFeature> Columns { get; } =
        [
            new UnaryFeature($"sin({input.Name})", input, value => Math.Sin(value / period * Math.Tau)),
            new UnaryFeature($"cos({input.Name})", input, value => Math.Cos(value / period * Math.Tau)),
        ];
    }
}
