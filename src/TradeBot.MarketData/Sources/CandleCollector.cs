namespace TradeBot.MarketData;

/// <summary>Fetches candles from a source into a store: only what is missing, so an interrupted fetch resumes where it stopped.</summary>
/// <param name="source">The source of the candles.</param>
/// <param name="store">The store to write to.</param>
public sealed class CandleCollector(ICandleSource source, CandleStore store)
{
    private const int CandlesPerWrite = 20_000; // flushing each page to disk would cost more than the page
    private const int CandlesPerPage = 1000;

    /// <summary>Fetches what the store lacks in [from, to).</summary>
    /// <param name="symbol">The source's symbol.</param>
    /// <param name="timeframe">Length of each candle.</param>
    /// <param name="from">First open time, UTC.</param>
    /// <param name="to">End of the open times, exclusive, UTC.</param>
    /// <param name="progress">Receives progress after each chunk; may be null.</param>
    /// <param name="cancellationToken">Stops the fetch; what was received by then is stored.</param>
    /// <returns>Number of candles received.</returns>
    /// <remarks>Gaps in the store are fetched again, because they may come from an interrupted fetch.</remarks>
    /// <exception cref="ArgumentException">The range is empty.</exception>
    public async Task<long> CollectAsync(
        string symbol, Timeframe timeframe, DateTime from, DateTime to, IProgress<FetchProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        if (from >= to)
            throw new ArgumentException(FormattableString.Invariant($"The range from {from:u} to {to:u} is empty: give a start before its end."), nameof(to));

        using LongWork work = LongWork.Begin($"Fetch {symbol} {timeframe}", "candles", cancellationToken);
        if (work.IsWatched)
            progress = new FetchWork(work, [(symbol, timeframe)], from, to, progress);
        IReadOnlyList<(long From, long To)> missing = MissingOf(symbol, timeframe, UnixTime.FromDateTime(from), UnixTime.FromDateTime(to));
        double all = missing.Sum(range => (double)(range.To - range.From)), done = 0;
        long received = 0;
        foreach ((long start, long end) in missing)
        {
            double before = done, share = (end - start) / all;
            long earlier = received;
            Relay? relay = progress is null ? null : new Relay(progress, p => p with { Candles = earlier + p.Candles, Fraction = before + share * p.Fraction });
            received += await CollectRangeAsync(symbol, timeframe, UnixTime.ToDateTime(start), UnixTime.ToDateTime(end), relay, work.Cancellation);
            done += share;
        }

        progress?.Report(new FetchProgress(symbol, timeframe, received, to, 1));
        return received;
    }

    private async Task<long> CollectRangeAsync(
        string symbol, Timeframe timeframe, DateTime from, DateTime to, IProgress<FetchProgress>? progress, CancellationToken cancellationToken)
    {
        List<CandleSeries> pieces = [];
        long received = 0, waiting = 0;
        try
        {
            await foreach (CandleSeries piece in source.FetchAsync(symbol, timeframe, from, to, progress, cancellationToken))
            {
                pieces.Add(piece);
                received += piece.Count;
                waiting += piece.Count;
                if (waiting >= CandlesPerWrite)
                {
                    Write(pieces);
                    waiting = 0;
                }
            }
        }
        finally
        {
            Write(pieces); // including what was received before a failure or a cancellation
        }

        return received;
    }

    private void Write(List<CandleSeries> pieces)
    {
        if (pieces.Count == 0)
            return;

        var all = new CandleBuilder(pieces.Sum(piece => piece.Count), pieces.Exists(piece => piece.HasTurnover), pieces.Exists(piece => piece.HasSynthetic));
        foreach (CandleSeries piece in pieces)
        {
            for (int i = 0; i < piece.Count; i++)
                all.Add(CandleRow.Of(piece, i));
        }

        store.Upsert(all.ToSeries(pieces[0].Symbol, pieces[0].Timeframe));
        pieces.Clear();
    }

    /// <summary>The ranges with missing candles; close ones are merged, because one page covers both.</summary>
    private List<(long From, long To)> MissingOf(string symbol, Timeframe timeframe, long from, long to)
    {
        from = FirstOpenFrom(timeframe, from);
        if (store.Options.KeepLast is { } kept && timeframe.HasFixedLength)
            from = Math.Max(from, timeframe.OpenOf(to) - kept * (long)timeframe.Duration.TotalMilliseconds);

        List<(long From, long To)> missing = [];
        long next = from;
        if (store.TryLoad(symbol, timeframe, out CandleSeries? held))
        {
            ReadOnlySpan<long> times = held.Between(UnixTime.ToDateTime(from), UnixTime.ToDateTime(Math.Max(from, to))).OpenTimes;
            foreach (long time in times)
            {
                if (time > next)
                    Add(next, time);
                next = timeframe.NextOpen(time);
            }
        }

        if (next < to)
            Add(next, to);
        return missing;

        void Add(long start, long end)
        {
            if (missing.Count > 0 && timeframe.CandlesBetween(missing[^1].To, timeframe.OpenOf(start)) < CandlesPerPage)
                missing[^1] = (missing[^1].From, end);
            else
                missing.Add((start, end));
        }
    }

    private static long FirstOpenFrom(Timeframe timeframe, long time)
    {
        long open = timeframe.OpenOf(time);
        return open == time ? open : timeframe.NextOpen(open);
    }

    /// <summary>Reports synchronously, unlike Progress, so that reports keep their order.</summary>
    private sealed class Relay(IProgress<FetchProgress> progress, Func<FetchProgress, FetchProgress> change) : IProgress<FetchProgress>
    {
        public void Report(FetchProgress value) => progress.Report(change(value));
    }
}
