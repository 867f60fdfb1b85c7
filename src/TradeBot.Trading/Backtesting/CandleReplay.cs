using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>Tells an engine of past candles in the order in which they became known.</summary>
internal static class CandleReplay
{
    /// <summary>One series: open, close, decision, and so on.</summary>
    public static void Run(CandleSeries candles, TradingEngine engine, ReplayWatch watch)
    {
        ReadOnlySpan<long> times = candles.OpenTimes, closes = candles.CloseTimes.Span;
        ReadOnlySpan<double> open = candles.Open, high = candles.High, low = candles.Low, close = candles.Close, volume = candles.Volume;
        ReadOnlySpan<double> turnover = candles.Turnover;
        ReadOnlySpan<bool> synthetic = candles.Synthetic;
        bool hasTurnover = candles.HasTurnover, hasSynthetic = candles.HasSynthetic;
        for (int i = 0; i < times.Length; i++)
        {
            if (ReplayWatch.IsDue(i))
                watch.Reach(times[i]);
            int next = engine.Pass(candles, i, Math.Min(ReplayWatch.NextDue(i), times.Length));
            if (next > i)
            {
                i = next - 1;
                continue;
            }

            if (engine.MindsOpen(0))
                engine.Process(new CandleOpened(0, times[i], open[i], hasSynthetic && synthetic[i], high[i], low[i]));
            var candle = new Candle(
                UnixTime.ToDateTime(times[i]), open[i], high[i], low[i], close[i], volume[i], hasTurnover ? turnover[i] : double.NaN);
            engine.Process(new CandleClosed(0, closes[i], candle, hasSynthetic && synthetic[i]));
            engine.Process(new MomentEnded(closes[i]));
        }
    }

    /// <summary>
    /// Several series, merged by time. At one moment closes come first, in the order of the feeds, then one
    /// decision if the strategy sees one of them, then opens, in the order of the feeds.
    /// </summary>
    public static void Run(IReadOnlyList<CandleSeries> series, TradingEngine engine, ReplayWatch watch)
    {
        CandleCursor[] cursors = [.. series.Select(s => new CandleCursor(s))];
        long now = cursors.Min(c => c.Time);
        for (long moments = 0; now < long.MaxValue; moments++)
        {
            if (ReplayWatch.IsDue(moments))
                watch.Reach(now);
            Close(cursors, now, engine);
            now = Open(cursors, now, engine);
        }
    }

    private static void Close(CandleCursor[] cursors, long now, TradingEngine engine)
    {
        bool any = false;
        for (int feed = 0; feed < cursors.Length; feed++)
        {
            CandleCursor cursor = cursors[feed];
            if (cursor.Time != now || !cursor.IsOpen)
                continue;
            engine.Process(new CandleClosed(feed, now, cursor.Candle, cursor.IsSynthetic));
            cursor.Close();
            any |= engine.IsSeen(feed);
        }

        if (any)
            engine.Process(new MomentEnded(now));
    }

    /// <returns>When the next event comes; never, when every series is over.</returns>
    private static long Open(CandleCursor[] cursors, long now, TradingEngine engine)
    {
        long next = long.MaxValue;
        for (int feed = 0; feed < cursors.Length; feed++)
        {
            CandleCursor cursor = cursors[feed];
            if (cursor.Time == now && !cursor.IsOpen)
            {
                ref readonly Candle candle = ref cursor.Candle;
                if (engine.MindsOpen(feed))
                    engine.Process(new CandleOpened(feed, now, candle.Open, cursor.IsSynthetic, candle.High, candle.Low));
                cursor.Open();
            }

            next = Math.Min(next, cursor.Time);
        }

        return next;
    }
}
