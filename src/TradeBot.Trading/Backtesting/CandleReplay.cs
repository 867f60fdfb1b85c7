using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>Tells an engine of past candles in the order in which they became known.</summary>
internal static class CandleReplay
{
    private const int CancellationStride = 1 << 14;

    /// <summary>One series: open, close, decision, and so on.</summary>
    public static void Run(CandleSeries candles, TradingEngine engine, CancellationToken cancellationToken)
    {
        ReadOnlySpan<long> times = candles.OpenTimes;
        ReadOnlySpan<double> open = candles.Open, high = candles.High, low = candles.Low, close = candles.Close, volume = candles.Volume;
        ReadOnlySpan<double> turnover = candles.Turnover;
        bool hasTurnover = candles.HasTurnover;
        Timeframe timeframe = candles.Timeframe;
        long length = timeframe.HasFixedLength ? (long)timeframe.Duration.TotalMilliseconds : 0;
        for (int i = 0; i < times.Length; i++)
        {
            if (i % CancellationStride == 0)
                cancellationToken.ThrowIfCancellationRequested();

            long end = length > 0 ? times[i] + length : timeframe.NextOpen(times[i]);
            bool synthetic = candles.IsSynthetic(i);
            engine.Process(new CandleOpened(0, times[i], open[i], synthetic, high[i], low[i]));
            var candle = new Candle(
                UnixTime.ToDateTime(times[i]), open[i], high[i], low[i], close[i], volume[i], hasTurnover ? turnover[i] : double.NaN);
            engine.Process(new CandleClosed(0, end, candle, synthetic));
            engine.Process(new MomentEnded(end));
        }
    }

    /// <summary>
    /// Several series, merged by time. At one moment closes come first, in the order of the feeds, then one
    /// decision if the strategy sees one of them, then opens, in the order of the feeds.
    /// </summary>
    public static void Run(IReadOnlyList<CandleSeries> series, TradingEngine engine, CancellationToken cancellationToken)
    {
        var cursors = new Cursor[series.Count];
        for (int feed = 0; feed < cursors.Length; feed++)
            cursors[feed] = new Cursor(series[feed]);

        for (long moments = 0; ; moments++)
        {
            if (moments % CancellationStride == 0)
                cancellationToken.ThrowIfCancellationRequested();

            long now = long.MaxValue;
            foreach (ref readonly Cursor cursor in cursors.AsSpan())
                now = Math.Min(now, cursor.Time);
            if (now == long.MaxValue)
                return;

            Close(cursors, now, engine);
            Open(cursors, now, engine);
        }
    }

    private static void Close(Cursor[] cursors, long now, TradingEngine engine)
    {
        bool any = false;
        for (int feed = 0; feed < cursors.Length; feed++)
        {
            ref Cursor cursor = ref cursors[feed];
            if (cursor.Time != now || !cursor.IsOpen)
                continue;
            Candle candle = cursor.Close(out bool isSynthetic);
            engine.Process(new CandleClosed(feed, now, candle, isSynthetic));
            any |= engine.IsSeen(feed);
        }

        if (any)
            engine.Process(new MomentEnded(now));
    }

    private static void Open(Cursor[] cursors, long now, TradingEngine engine)
    {
        for (int feed = 0; feed < cursors.Length; feed++)
        {
            ref Cursor cursor = ref cursors[feed];
            if (cursor.Time == now && !cursor.IsOpen)
                engine.Process(cursor.Open(feed));
        }
    }

    /// <summary>Where a series stands: before the open or before the close of a candle.</summary>
    private struct Cursor(CandleSeries series)
    {
        private int _index;

        /// <summary>When its next event comes; never, when the series is over.</summary>
        public long Time { get; private set; } = series.OpenTimes[0];

        public bool IsOpen { get; private set; }

        public CandleOpened Open(int feed)
        {
            long opened = Time;
            IsOpen = true;
            Time = series.Timeframe.NextOpen(opened);
            return new CandleOpened(feed, opened, series.Open[_index], series.IsSynthetic(_index), series.High[_index], series.Low[_index]);
        }

        public Candle Close(out bool isSynthetic)
        {
            IsOpen = false;
            isSynthetic = series.IsSynthetic(_index);
            Candle closed = series[_index++];
            Time = _index < series.Count ? series.OpenTimes[_index] : long.MaxValue;
            return closed;
        }
    }
}
