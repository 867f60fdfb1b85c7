using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>Replays past candles to a simulated run in the order in which they became known.</summary>
internal static class CandleReplay
{
    /// <summary>One series: open, close, decision, and so on.</summary>
    public static void Run(CandleSeries candles, SimulatedRun run, ReplayWatch watch)
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
            int next = run.Pass(candles, i, Math.Min(ReplayWatch.NextDue(i), times.Length));
            if (next > i)
            {
                i = next - 1;
                continue;
            }

            if (run.UsesOpen(0))
                run.Process(new CandleOpened(0, times[i], open[i], hasSynthetic && synthetic[i], high[i], low[i]));
            var candle = new Candle(
                UnixTime.ToDateTime(times[i]), open[i], high[i], low[i], close[i], volume[i], hasTurnover ? turnover[i] : double.NaN);
            run.Process(new CandleClosed(0, closes[i], candle, hasSynthetic && synthetic[i]));
            run.Process(new MomentEnded(closes[i]));
        }
    }

    /// <summary>
    /// Several series, merged by time. At one moment closes come first, in the order of the feeds, then one
    /// decision if the strategy sees one of them, then opens, in the order of the feeds.
    /// </summary>
    public static void Run(IReadOnlyList<CandleSeries> series, SimulatedRun run, ReplayWatch watch)
    {
        if (AreInStep(series))
        {
            RunInStep([.. series.Select(s => new CandleBlock(s))], series[0], run, watch);
            return;
        }

        CandleCursor[] cursors = [.. series.Select(s => new CandleCursor(s))];
        long now = cursors.Min(c => c.Time);
        for (long moments = 0; now < long.MaxValue; moments++)
        {
            if (ReplayWatch.IsDue(moments))
                watch.Reach(now);
            Close(cursors, now, run);
            now = Open(cursors, now, run);
        }
    }

    /// <summary>Whether all candles open and close together, so that nothing need be merged.</summary>
    private static bool AreInStep(IReadOnlyList<CandleSeries> series)
    {
        ReadOnlySpan<long> times = series[0].OpenTimes;
        foreach (CandleSeries other in series)
        {
            if (other.Timeframe != series[0].Timeframe || !other.OpenTimes.SequenceEqual(times))
                return false;
        }

        return true;
    }

    private static void RunInStep(CandleBlock[] feeds, CandleSeries first, SimulatedRun run, ReplayWatch watch)
    {
        ReadOnlySpan<long> opens = first.OpenTimes, closes = first.CloseTimes.Span;
        for (int i = 0; i < opens.Length; i++)
        {
            if (ReplayWatch.IsDue(i))
                watch.Reach(opens[i]);
            for (int feed = 0; feed < feeds.Length; feed++)
            {
                if (!run.UsesOpen(feed))
                    continue;
                ref readonly Candle candle = ref feeds[feed].At(i);
                run.Process(new CandleOpened(feed, opens[i], candle.Open, feeds[feed].IsSynthetic(i), candle.High, candle.Low));
            }

            for (int feed = 0; feed < feeds.Length; feed++)
                run.Process(new CandleClosed(feed, closes[i], feeds[feed].At(i), feeds[feed].IsSynthetic(i)));
            run.Process(new MomentEnded(closes[i]));
        }
    }

    private static void Close(CandleCursor[] cursors, long now, SimulatedRun run)
    {
        bool any = false;
        for (int feed = 0; feed < cursors.Length; feed++)
        {
            CandleCursor cursor = cursors[feed];
            if (cursor.Time != now || !cursor.IsOpen)
                continue;
            run.Process(new CandleClosed(feed, now, cursor.Candle, cursor.IsSynthetic));
            cursor.Close();
            any |= run.IsStrategyFeed(feed);
        }

        if (any)
            run.Process(new MomentEnded(now));
    }

    /// <returns>When the next event comes; never, when every series is over.</returns>
    private static long Open(CandleCursor[] cursors, long now, SimulatedRun run)
    {
        long next = long.MaxValue;
        for (int feed = 0; feed < cursors.Length; feed++)
        {
            CandleCursor cursor = cursors[feed];
            if (cursor.Time == now && !cursor.IsOpen)
            {
                ref readonly Candle candle = ref cursor.Candle;
                if (run.UsesOpen(feed))
                    run.Process(new CandleOpened(feed, now, candle.Open, cursor.IsSynthetic, candle.High, candle.Low));
                cursor.Open();
            }

            next = Math.Min(next, cursor.Time);
        }

        return next;
    }
}
