using TradeBot.MarketData;

namespace TradeBot.Exchanges.Fetching;

/// <summary>Fetches many series at once into one store, and checks each as it is done.</summary>
internal static class MarketFetch
{
    private const int SeriesAtOnce = 32;

    public static async Task<IReadOnlyList<FetchedSeries>> RunAsync(
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
}
