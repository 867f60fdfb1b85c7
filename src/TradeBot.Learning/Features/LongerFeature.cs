using TradeBot.MarketData;

namespace TradeBot.Learning;

/// <summary>A feature over longer candles that are put together from those of the run; between their closes it keeps its last value.</summary>
/// <remarks>
/// A longer candle counts from its close, and is made as <see cref="Resampler"/> makes it: one with candles missing counts,
/// one whose beginning was not seen does not.
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
        private long _open = long.MinValue, _close = long.MinValue;
        private bool _isWhole, _isClosed = true;
        private Candle _bucket;
        private double _value = double.NaN;

        public override double Update(in Candle candle)
        {
            long time = UnixTime.FromDateTime(candle.OpenTime);
            if (time >= _close)
                Begin(candle, time);
            else
                Extend(candle);

            if (shorter.NextOpen(time) >= _close)
                Close();
            return _value;
        }

        private void Begin(in Candle candle, long time)
        {
            Close();
            bool isFirst = _open == long.MinValue;
            _open = longer.OpenOf(time);
            _close = longer.NextOpen(_open);
            _isWhole = !isFirst || time == _open;
            _isClosed = false;
            _bucket = candle with { OpenTime = UnixTime.ToDateTime(_open) };
        }

        private void Extend(in Candle candle) => _bucket = _bucket with
        {
            High = Math.Max(_bucket.High, candle.High),
            Low = Math.Min(_bucket.Low, candle.Low),
            Close = candle.Close,
            Volume = _bucket.Volume + candle.Volume,
            Turnover = _bucket.Turnover + candle.Turnover,
        };

        private void Close()
        {
            if (!_isClosed && _isWhole)
                _value = inner.Update(_bucket);
            _isClosed = true;
        }
    }
}
