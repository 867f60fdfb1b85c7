namespace TradeBot.MarketData;

/// <summary>Aggregates candles to a longer timeframe as they close.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>case</term><description>rule</description></listheader>
/// <item><term>a candle ends its longer candle</term><description>it is complete at its close</description></item>
/// <item><term>the last candles of a longer candle are missing</term><description>it is complete with the first candle of a later one, before that one counts</description></item>
/// <item><term>the first longer candle does not begin with its first candle</term><description>
/// it is left out: its open and extremes may be of a part only. From a day on it is complete, with the first candle of the next one, where the candles until then show that the
/// market was closed before: a day of a stock exchange begins with its session, a month that opens on a weekend with its first Monday</description></item>
/// <item><term>a longer candle has no shorter one</term><description>it is absent</description></item>
/// </list>
/// Makes the same candles as <see cref="Resampler"/>, one by one; for the last one the resampler may know the end where this waits for the next candle.
/// </remarks>
/// <param name="source">The timeframe of the shorter candles.</param>
/// <param name="timeframe">The longer timeframe, a multiple of the shorter as <see cref="Resampler.CanResample"/> says.</param>
public sealed class CandleAggregator(Timeframe source, Timeframe timeframe)
{
    private Candle _bucket;
    private long _open = long.MinValue;
    private long _close = long.MinValue;
    private List<long>? _first; // open times, while the first longer candle may be incomplete
    private bool _started;
    private bool _collecting;

    /// <summary>Adds the next shorter candle.</summary>
    /// <param name="candle">Must open after the previous one.</param>
    /// <param name="late">A longer candle that ended before this one, which only this one reveals.</param>
    /// <param name="completed">A longer candle that this one completes.</param>
    /// <returns>Which of the two are set.</returns>
    public (bool Late, bool Completed) Add(in Candle candle, out Candle late, out Candle completed)
    {
        long time = UnixTime.FromDateTime(candle.OpenTime);
        late = completed = default;
        bool isLate = false;
        _first?.Add(time);
        if (time >= _close)
        {
            if (_collecting && IsWhole())
                (late, isLate) = (_bucket, true);
            Begin(candle, time);
        }
        else if (_collecting)
        {
            Extend(candle);
        }

        if (!_collecting || _first is not null || source.NextOpen(time) < _close)
            return (isLate, false);

        _collecting = false;
        completed = _bucket;
        return (isLate, true);
    }

    private bool IsWhole()
    {
        if (_first is null)
            return true;

        long[] times = [.. _first];
        _first = null;
        return MarketSilence.Before(times, source, _open, times[0]);
    }

    private void Begin(in Candle candle, long time)
    {
        _open = timeframe.OpenOf(time);
        _close = timeframe.NextOpen(_open);
        _collecting = true;
        if (!_started && time > _open)
        {
            _collecting = MarketSilence.AppliesTo(timeframe);
            _first = _collecting ? [time] : null;
        }

        _started = true;
        _bucket = candle with { OpenTime = UnixTime.ToDateTime(_open) };
    }

    private void Extend(in Candle candle) => _bucket = new Candle(
        _bucket.OpenTime, _bucket.Open, Math.Max(_bucket.High, candle.High), Math.Min(_bucket.Low, candle.Low), candle.Close,
        _bucket.Volume + candle.Volume, _bucket.Turnover + candle.Turnover);
}
