namespace TradeBot.MarketData;

/// <summary>Fetches many series concurrently into one store, and validates each.</summary>
public static class CandleFetch
{
    private const int SeriesAtOnce = 32;

    /// <summary>Fetches what a store lacks, as fast as the source permits, and reports what is still missing.</summary>
    /// <param name="source">The source of the candles, such as <c>Bybit.Linear</c>.</param>
    /// <param name="store">The store to write to. Stored candles are not fetched again.</param>
    /// <param name="symbols">The source's symbols, such as BTCUSDT; at least one.</param>
    /// <param name="timeframe">Length of each candle.</param>
    /// <param name="from">First open time, UTC, such as 2023-01-01.</param>
    /// <param name="to">End of the open times, exclusive, UTC; the source's current time when not given.</param>
    /// <param name="progress">Receives progress after each page, from several threads; may be null.</param>
    /// <param name="cancellationToken">Stops the fetch; what was received by then is stored.</param>
    /// <exception cref="ArgumentException">A time cannot be read, the range is empty, or the source has no such symbol or candles.</exception>
    public static Task<FetchReport> FetchAsync(
        this ICandleSource source,
        CandleStore store,
        IReadOnlyList<string> symbols,
        Timeframe timeframe,
        string from,
        string? to = null,
        IProgress<FetchProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        source.FetchAsync(store, symbols, [timeframe], UtcText.Parse(from, nameof(from)), to is null ? null : UtcText.Parse(to, nameof(to)), progress, cancellationToken);

    /// <inheritdoc cref="FetchAsync(ICandleSource, CandleStore, IReadOnlyList{string}, Timeframe, string, string?, IProgress{FetchProgress}?, CancellationToken)"/>
    /// <param name="source">The source of the candles, such as <c>Bybit.Linear</c>.</param>
    /// <param name="store">The store to write to. Stored candles are not fetched again.</param>
    /// <param name="symbols">The source's symbols, such as BTCUSDT; at least one.</param>
    /// <param name="timeframes">Lengths of the candles; at least one.</param>
    /// <param name="from">First open time, UTC.</param>
    /// <param name="to">End of the open times, exclusive, UTC; the source's current time when null.</param>
    /// <param name="progress">Receives progress after each page, from several threads; may be null.</param>
    /// <param name="cancellationToken">Stops the fetch; what was received by then is stored.</param>
    public static async Task<FetchReport> FetchAsync(
        this ICandleSource source,
        CandleStore store,
        IReadOnlyList<string> symbols,
        IReadOnlyList<Timeframe> timeframes,
        DateTime from,
        DateTime? to = null,
        IProgress<FetchProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(store);
        RequireSome(symbols, nameof(symbols));
        RequireSome(timeframes, nameof(timeframes));
        foreach (string symbol in symbols)
            CandleStore.RequireSymbol(symbol);
        foreach (Timeframe timeframe in timeframes)
            RequireOffered(source, timeframe);

        long begun = TimeProvider.System.GetTimestamp();
        long? sent = source.RequestsSent;
        DateTime now = await source.TimeAsync(cancellationToken);
        IReadOnlyList<FetchedSeries> series = await RunAsync(
            source, store, [.. symbols.Distinct().SelectMany(symbol => timeframes.Distinct().Select(timeframe => (symbol, timeframe)))],
            from, to ?? now, new ValidationOptions { Now = now }, progress, cancellationToken);
        return new FetchReport(source.Name, series, source.RequestsSent - sent, TimeProvider.System.GetElapsedTime(begun));
    }

    private static async Task<IReadOnlyList<FetchedSeries>> RunAsync(
        ICandleSource source,
        CandleStore store,
        IReadOnlyList<(string Symbol, Timeframe Timeframe)> wanted,
        DateTime from,
        DateTime to,
        ValidationOptions validation,
        IProgress<FetchProgress>? progress,
        CancellationToken cancellationToken)
    {
        var collector = new CandleCollector(source, store);
        var fetched = new FetchedSeries[wanted.Count];
        using LongWork work = LongWork.Begin(Title(wanted), "candles", cancellationToken);
        if (work.IsWatched)
            progress = new FetchWork(work, wanted, from, to, progress);
        var limits = new ParallelOptions { MaxDegreeOfParallelism = SeriesAtOnce, CancellationToken = work.Cancellation };
        await Parallel.ForAsync(0, wanted.Count, limits, async (i, token) =>
        {
            (string symbol, Timeframe timeframe) = wanted[i];
            long received = await collector.CollectAsync(symbol, timeframe, from, to, progress, token);
            fetched[i] = Describe(store, symbol, timeframe, received, from, to, validation);
        });
        return fetched;
    }

    private static string Title(IReadOnlyList<(string Symbol, Timeframe Timeframe)> wanted) => wanted is [(string symbol, Timeframe timeframe)]
        ? $"Fetch {symbol} {timeframe}"
        : FormattableString.Invariant($"Fetch {wanted.Count} series");

    private static FetchedSeries Describe(
        CandleStore store, string symbol, Timeframe timeframe, long received, DateTime from, DateTime to, ValidationOptions validation)
    {
        CandleSeries? held = store.TryLoad(symbol, timeframe, out CandleSeries? all) ? all.Between(from, to) : null;
        return held is not { Count: > 0 }
            ? new FetchedSeries(symbol, timeframe, received, 0, null)
            : new FetchedSeries(symbol, timeframe, received, held.Count, held.Validate(validation));
    }

    private static void RequireSome<T>(IReadOnlyList<T> values, string name)
    {
        ArgumentNullException.ThrowIfNull(values, name);
        if (values.Count == 0)
            throw new ArgumentException("At least one is needed.", name);
    }

    private static void RequireOffered(ICandleSource source, Timeframe timeframe)
    {
        if (source.Timeframes is { } offered && !offered.Contains(timeframe))
            throw new ArgumentException($"{source.Name} has no {timeframe} candles; it has {string.Join(", ", offered)}.", nameof(timeframe));
    }
}
