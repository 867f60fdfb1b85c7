using TradeBot.MarketData;

namespace TradeBot.Learning;

/// <summary>A feature over longer candles that are put together from those of the run; between their closes it keeps its last value.</summary>
/// <remarks>
/// A longer candle counts from its close, and is made as <see cref="Resampler"/> makes it: one with candles missing counts,
/// one whose beginning was not seen does not, unless the market was closed then.
/// </remarks>
internal sealed class LongerFeature(Timeframe timeframe, ScalarFeature inner) : ScalarFeature
{
    public Timeframe Timeframe => timeframe;

    public ScalarFeature Inner => inner;

    public override string Name => $"{timeframe}:{inner.Name}";

    public override bool CanStream => inner.CanStream;

    public override int WarmUpOn(Timeframe timeframe)
    {
        long first = timeframe.OpenOf(0);
        long candles = timeframe.CandlesBetween(first, LongestBucketFrom(first));

        // The first bucket may have begun before the first candle.
        return (int)Math.Min(int.MaxValue, (inner.WarmUpOn(Timeframe) + 1) * candles - 1);
    }

    public override FeatureState Start(FeatureSource source) => Resampler.CanResample(source.Timeframe, timeframe)
        ? new State(source.Timeframe, timeframe, inner.Start(new FeatureSource(timeframe, source.Series?.Resample(timeframe))))
        : throw new ArgumentException($"The feature '{Name}' needs candles of which {timeframe} candles are made, got {source.Timeframe}.", nameof(source));

    internal override ScalarFeature Derive(Func<ScalarFeature, ScalarFeature> make) => new LongerFeature(timeframe, make(inner));

    private long LongestBucketFrom(long first) => timeframe.HasFixedLength
        ? first + (long)timeframe.Duration.TotalMilliseconds
        : first + 31 * UnixTime.MillisecondsPerDay;

    private sealed class State(Timeframe shorter, Timeframe longer, FeatureState inner) : FeatureState
    {
        private readonly CandleAggregator _candles = new(shorter, longer);
        private double _value = double.NaN;

        public override double Update(in Candle candle)
        {
            (bool isLate, bool isCompleted) = _candles.Add(candle, out Candle late, out Candle completed);
            if (isLate)
                _value = inner.Update(late);
            if (isCompleted)
                _value = inner.Update(completed);
            return _value;
        }
    }
}
