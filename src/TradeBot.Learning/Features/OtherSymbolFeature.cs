using TradeBot.MarketData;

namespace TradeBot.Learning;

/// <summary>A feature over the candles of another symbol: at each close what was known of it by then.</summary>
/// <remarks>The value is that of the other's latest closed candle; where the one that should have closed since is missing, it is NaN.</remarks>
internal sealed class OtherSymbolFeature(CandleSeries other, ScalarFeature inner) : ScalarFeature
{
    public override string Name => $"{other.Symbol}:{inner.Name}";

    public override bool CanStream => inner.CanStream;

    public override int WarmUpOn(Timeframe timeframe)
    {
        int needed = inner.WarmUpOn(other.Timeframe);
        if (other.Timeframe == timeframe)
            return needed;

        long end = 0;
        for (int i = 0; i < needed; i++)
            end = other.Timeframe.NextOpen(end);
        return (int)Math.Clamp(timeframe.CandlesBetween(timeframe.OpenOf(0), timeframe.OpenOf(end)) + 1, 1, int.MaxValue);
    }

    public override FeatureState Start(FeatureSource source) => new State(source.Timeframe, other, inner.Start(new FeatureSource(other.Timeframe, other)));

    internal override ScalarFeature Derive(Func<ScalarFeature, ScalarFeature> make) => new OtherSymbolFeature(other, inner.Derive(make));

    private sealed class State(Timeframe timeframe, CandleSeries other, FeatureState inner) : FeatureState
    {
        private int _next;
        private long _close = long.MinValue;
        private double _value = double.NaN;

        public override double Update(in Candle candle)
        {
            long now = timeframe.NextOpen(UnixTime.FromDateTime(candle.OpenTime));
            while (_next < other.Count && other.Timeframe.NextOpen(other.OpenTimes[_next]) is long close && close <= now)
            {
                _value = inner.Update(other[_next++]);
                _close = close;
            }

            bool isCurrent = _close > long.MinValue && now < other.Timeframe.NextOpen(_close);
            return isCurrent ? _value : double.NaN;
        }
    }
}
