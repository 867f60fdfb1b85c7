using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>Makes longer candles of shorter ones as they close, for a feed that the run does not have.</summary>
/// <remarks>
/// | case | rule |
/// | --- | --- |
/// | a candle ends its bucket | the longer candle is complete at that close |
/// | the last candles of a bucket are missing | the longer candle is complete with the first candle of a later bucket, before that one counts |
/// | the first bucket does not begin with its first candle | it is left out: its open and extremes would be of a part only |
/// | a bucket has no candle | it is absent |
///
/// The same candles as <see cref="Resampler"/> makes, one by one.
/// </remarks>
internal sealed class CandleBuilder(Timeframe source, Timeframe timeframe)
{
    private Candle _bucket;
    private long _open = long.MinValue;
    private long _close = long.MinValue;
    private bool _started;
    private bool _collecting;

    /// <summary>Takes the next shorter candle.</summary>
    /// <param name="candle">Opens after the one before.</param>
    /// <param name="late">A longer candle that should have been complete before this one, for want of its last candles.</param>
    /// <param name="completed">A longer candle that this one completes.</param>
    /// <returns>Which of the two were given.</returns>
    public (bool Late, bool Completed) Add(in Candle candle, out Candle late, out Candle completed)
    {
        long time = UnixTime.FromDateTime(candle.OpenTime);
        late = completed = default;
        bool isLate = false;
        if (time >= _close)
        {
            if (_collecting)
                (late, isLate) = (_bucket, true);
            Begin(candle, time);
        }
        else if (_collecting)
        {
            Extend(candle);
        }

        if (!_collecting || source.NextOpen(time) < _close)
            return (isLate, false);

        _collecting = false;
        completed = _bucket;
        return (isLate, true);
    }

    private void Begin(in Candle candle, long time)
    {
        _open = timeframe.OpenOf(time);
        _close = timeframe.NextOpen(_open);
        _collecting = _started || time == _open;
        _started = true;
        _bucket = candle with { OpenTime = UnixTime.ToDateTime(_open) };
    }

    private void Extend(in Candle candle) => _bucket = new Candle(
        _bucket.OpenTime, _bucket.Open, Math.Max(_bucket.High, candle.High), Math.Min(_bucket.Low, candle.Low), candle.Close,
        _bucket.Volume + candle.Volume, _bucket.Turnover + candle.Turnover);
}
