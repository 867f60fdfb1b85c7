using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Trading;

/// <summary>Finds the candles of feeds in a store, resampled from shorter ones where the store does not have them.</summary>
/// <param name="store">Listed once, by this constructor.</param>
public sealed class StoredFeeds(CandleStore store)
{
    private readonly IReadOnlyList<CandleStoreEntry> _entries = store.List();

    /// <summary>The feeds that a strategy names, or those of the symbols given.</summary>
    /// <param name="named">By the strategy; empty where it runs on any.</param>
    /// <param name="symbols">For a strategy that names no feed; may be empty where the store has only one symbol.</param>
    /// <param name="timeframe">For a strategy that names no feed; null where the store has only one timeframe of the symbol.</param>
    /// <exception cref="ArgumentException">The store lacks a symbol, or has several, and the symbol or timeframe is not given.</exception>
    public IReadOnlyList<CandleFeed> Choose(IReadOnlyList<CandleFeed> named, IReadOnlyList<string> symbols, Timeframe? timeframe)
    {
        ArgumentNullException.ThrowIfNull(named);
        ArgumentNullException.ThrowIfNull(symbols);
        if (named.Count > 0)
        {
            RequireNoOther(named, symbols, timeframe);
            return named;
        }

        string[] all = [.. _entries.Select(e => e.Symbol).Distinct()];
        if (all.Length == 0)
            throw new ArgumentException($"'{store.Folder}' holds no candles{(Directory.Exists(store.Folder) ? "" : "; the folder does not exist")}.");
        if (symbols.Count == 0)
            symbols = all.Length == 1 ? all : throw new ArgumentException($"Symbols are missing: they say on what to run; '{store.Folder}' holds {string.Join(", ", all)}.", nameof(symbols));
        return [.. symbols.Select(s => new CandleFeed(s, timeframe ?? TimeframeOf(Known(s, all))))];
    }

    /// <summary>Whether the store has these candles, or shorter ones from which they can be resampled.</summary>
    public bool Holds(string symbol, Timeframe timeframe) =>
        _entries.Any(e => e.Symbol == symbol && (e.Timeframe == timeframe || Resampler.CanResample(e.Timeframe, timeframe)));

    /// <summary>The candles of a feed in a range of open times, resampled from shorter ones where the store does not have them.</summary>
    /// <exception cref="ArgumentException">The store does not have them, or none in the range.</exception>
    public CandleSeries Load(CandleFeed feed, DateTime? from, DateTime? to)
    {
        Known(feed.Symbol, [.. _entries.Select(e => e.Symbol).Distinct()]);
        CandleSeries whole = store.TryLoad(feed.Symbol, feed.Timeframe, out CandleSeries? stored) ? stored : Made(feed);
        CandleSeries part = whole.Between(from ?? DateTime.MinValue, to ?? DateTime.MaxValue);
        return part.Count > 0
            ? part
            : throw new ArgumentException(FormattableString.Invariant(
                $"{feed.Symbol} {feed.Timeframe} has no candles{Range(from, to)}; it reaches from {whole.OpenTimeAt(0):yyyy-MM-dd HH:mm} to {whole.CloseTimeAt(whole.Count - 1):yyyy-MM-dd HH:mm}."));
    }

    private static string Range(DateTime? from, DateTime? to) =>
        (from is null ? "" : FormattableString.Invariant($" from {from:yyyy-MM-dd HH:mm}")) + (to is null ? "" : FormattableString.Invariant($" before {to:yyyy-MM-dd HH:mm}"));

    /// <summary>Exactly the candles of a run, checked by content.</summary>
    /// <exception cref="InvalidDataException">The store has none with that content.</exception>
    public CandleSeries Load(DataManifest data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var timeframe = Timeframe.Parse(data.Timeframe);
        List<string> found = [];
        foreach (CandleStoreEntry entry in _entries
            .Where(e => e.Symbol == data.Symbol && (e.Timeframe == timeframe || Resampler.CanResample(e.Timeframe, timeframe)))
            .OrderByDescending(e => e.Timeframe))
        {
            CandleSeries stored = store.Load(entry.Symbol, entry.Timeframe);
            CandleSeries part = (stored.Timeframe == timeframe ? stored : stored.Resample(timeframe)).Between(data.From, data.To);
            if (part.ContentHash == data.ContentHash)
                return part;
            found.Add(part.ContentHash);
        }

        throw new InvalidDataException(FormattableString.Invariant(
            $"'{store.Folder}' holds {(found.Count == 0 ? "no" : "other")} candles {data.Symbol} {data.Timeframe} from {data.From:yyyy-MM-dd HH:mm} to {data.To:yyyy-MM-dd HH:mm}: expected SHA-256 {data.ContentHash}{(found.Count == 0 ? "" : $", found {string.Join(" and ", found)}")}."));
    }

    private CandleSeries Made(CandleFeed feed)
    {
        CandleStoreEntry? longest = _entries.Where(e => e.Symbol == feed.Symbol && Resampler.CanResample(e.Timeframe, feed.Timeframe)).MaxBy(e => e.Timeframe);
        if (longest is null)
            throw new ArgumentException($"'{store.Folder}' holds no {feed.Symbol} {feed.Timeframe}, and no shorter candles to resample: it holds {Timeframes(feed.Symbol)}.");
        CandleSeries shorter = store.Load(feed.Symbol, longest.Timeframe);
        CandleSeries made = shorter.Resample(feed.Timeframe);
        return made.Count > 0 || shorter.Count == 0
            ? made
            : throw new ArgumentException(FormattableString.Invariant(
                $"The {shorter.Count:N0} {shorter.Timeframe} candles of {feed.Symbol}, from {shorter.OpenTimeAt(0):yyyy-MM-dd HH:mm} to {shorter.CloseTimeAt(shorter.Count - 1):yyyy-MM-dd HH:mm}, make no whole candle of {feed.Timeframe}: choose a shorter timeframe, or fetch more candles."));
    }

    private Timeframe TimeframeOf(string symbol)
    {
        Timeframe[] held = [.. _entries.Where(e => e.Symbol == symbol).Select(e => e.Timeframe)];
        return held.Length == 1 ? held[0] : throw new ArgumentException($"The timeframe is missing: it says on which candles to run; '{store.Folder}' holds {Timeframes(symbol)} of {symbol}.");
    }

    private string Known(string symbol, string[] all)
    {
        if (all.Contains(symbol))
            return symbol;
        throw new ArgumentException(all.Length == 0
            ? $"'{store.Folder}' holds no candles{(Directory.Exists(store.Folder) ? "" : "; the folder does not exist")}."
            : $"'{store.Folder}' holds no {symbol}; the nearest is '{NearestName.Of(symbol, all)}'.");
    }

    private string Timeframes(string symbol) => string.Join(", ", _entries.Where(e => e.Symbol == symbol).Select(e => e.Timeframe));

    private static void RequireNoOther(IReadOnlyList<CandleFeed> named, IReadOnlyList<string> symbols, Timeframe? timeframe)
    {
        string feeds = string.Join(", ", named.Select(f => $"{f.Symbol} {f.Timeframe}"));
        if (symbols.Except(named.Select(f => f.Symbol)).FirstOrDefault() is { } other)
            throw new ArgumentException($"The strategy names its own feeds, {feeds}: it cannot be made to run on {other}.", nameof(symbols));
        if (timeframe is { } given && named.All(f => f.Timeframe != given))
            throw new ArgumentException($"The strategy names its own feeds, {feeds}: it cannot be made to run on {given}.", nameof(timeframe));
    }
}
