using System.Diagnostics;
using TradeBot.Exchanges.Fetching;
using TradeBot.Exchanges.Rest;
using TradeBot.Exchanges.Streams;
using TradeBot.Exchanges.Wire;
using TradeBot.MarketData;

namespace TradeBot.Exchanges;

/// <summary>The market data of one category.</summary>
public sealed class BybitMarket
{
    private const int DefaultDepth = 25;

    private readonly MarketRequests _requests;

    internal BybitMarket(MarketRequests requests)
    {
        _requests = requests;
        Candles = new BybitCandleSource(requests);
    }

    /// <summary>Spot, linear or inverse.</summary>
    public BybitCategory Category => _requests.Category;

    /// <summary>Closed candles of the past.</summary>
    public BybitCandleSource Candles { get; }

    /// <summary>Fetches what a store lacks, at the exchange's own limit, and says what is missing afterwards.</summary>
    /// <param name="store">Where the candles are kept. What it holds is not fetched again.</param>
    /// <param name="symbols">The exchange's names of the instruments, such as BTCUSDT; at least one.</param>
    /// <param name="timeframe">Length of each candle.</param>
    /// <param name="from">First open time, UTC, such as 2023-01-01.</param>
    /// <param name="to">End of the open times, exclusive, UTC; the exchange's present when not given.</param>
    /// <param name="progress">Told after each page, from several threads; may be null.</param>
    /// <param name="cancellationToken">Stops the fetch; what was received by then is stored.</param>
    /// <exception cref="ArgumentException">A time cannot be read, the range is empty, or the exchange has no such symbol or candles.</exception>
    /// <exception cref="BybitException">The exchange refused, or did not answer in any attempt.</exception>
    public Task<FetchReport> FetchAsync(
        CandleStore store,
        IReadOnlyList<string> symbols,
        Timeframe timeframe,
        string from,
        string? to = null,
        IProgress<FetchProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        FetchAsync(store, symbols, [timeframe], UtcText.Parse(from, nameof(from)), to is null ? null : UtcText.Parse(to, nameof(to)), progress, cancellationToken);

    /// <inheritdoc cref="FetchAsync(CandleStore, IReadOnlyList{string}, Timeframe, string, string?, IProgress{FetchProgress}?, CancellationToken)"/>
    /// <param name="store">Where the candles are kept. What it holds is not fetched again.</param>
    /// <param name="symbols">The exchange's names of the instruments, such as BTCUSDT; at least one.</param>
    /// <param name="timeframes">Lengths of the candles; at least one.</param>
    /// <param name="from">First open time, UTC.</param>
    /// <param name="to">End of the open times, exclusive, UTC; the exchange's present when null.</param>
    /// <param name="progress">Told after each page, from several threads; may be null.</param>
    /// <param name="cancellationToken">Stops the fetch; what was received by then is stored.</param>
    public async Task<FetchReport> FetchAsync(
        CandleStore store,
        IReadOnlyList<string> symbols,
        IReadOnlyList<Timeframe> timeframes,
        DateTime from,
        DateTime? to = null,
        IProgress<FetchProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        RequireSome(symbols, nameof(symbols));
        RequireSome(timeframes, nameof(timeframes));
        foreach (string symbol in symbols)
            CandleStore.RequireSymbol(symbol);
        foreach (Timeframe timeframe in timeframes)
            Spelling.Of(timeframe);

        long begun = Stopwatch.GetTimestamp(), sent = _requests.Client.Sent;
        DateTime now = UnixTime.ToDateTime(await _requests.Client.ServerTimeAsync(cancellationToken));
        DateTime end = to ?? now;
        IReadOnlyList<FetchedSeries> series = await MarketFetch.RunAsync(
            Candles, store, [.. symbols.Distinct().SelectMany(symbol => timeframes.Distinct().Select(timeframe => (symbol, timeframe)))],
            from, end, new ValidationOptions { Now = now }, progress, cancellationToken);
        return new FetchReport(Candles.Name, series, _requests.Client.Sent - sent, Stopwatch.GetElapsedTime(begun));
    }

    /// <summary>Candles of a price that is not traded. Their volume is NaN.</summary>
    /// <param name="price">Which price.</param>
    /// <param name="symbol">The instrument.</param>
    /// <param name="timeframe">Length of each candle.</param>
    /// <param name="from">First open time, UTC.</param>
    /// <param name="to">End of the open times, exclusive, UTC.</param>
    /// <param name="cancellationToken">Stops the fetch.</param>
    /// <returns>Pieces in order of time, as <see cref="ICandleSource.FetchAsync"/> gives them.</returns>
    public IAsyncEnumerable<CandleSeries> PriceCandlesAsync(
        BybitPrice price, string symbol, Timeframe timeframe, DateTime from, DateTime to, CancellationToken cancellationToken = default) =>
        Category == BybitCategory.Spot
            ? throw new ArgumentException("Coins have no mark, index or premium price: ask Linear or Inverse.", nameof(price))
            : new BybitCandleSource(_requests, price).FetchAsync(symbol, timeframe, from, to, progress: null, cancellationToken);

    /// <summary>Every instrument of the category.</summary>
    public async Task<IReadOnlyList<BybitInstrument>> InstrumentsAsync(CancellationToken cancellationToken = default)
    {
        IReadOnlyList<InstrumentRow> rows = await _requests.InstrumentsAsync(cancellationToken);
        return [.. rows.Select(row => row.ToInstrument(Category)).OfType<BybitInstrument>()];
    }

    /// <summary>The latest figures of every instrument.</summary>
    public async Task<IReadOnlyList<BybitTicker>> TickersAsync(CancellationToken cancellationToken = default) =>
        [.. (await _requests.TickersAsync(symbol: null, cancellationToken)).Select(row => row.ToTicker())];

    /// <summary>The latest figures of one instrument.</summary>
    /// <exception cref="BybitException">The exchange does not know it.</exception>
    public async Task<BybitTicker> TickerAsync(string symbol, CancellationToken cancellationToken = default) =>
        (await _requests.TickersAsync(Named(symbol), cancellationToken)).Select(row => row.ToTicker()).FirstOrDefault()
        ?? throw new BybitException($"The exchange has no ticker of {symbol}: check the spelling and the category.", BybitFault.Caller);

    /// <summary>The order book of one instrument.</summary>
    /// <param name="symbol">The instrument.</param>
    /// <param name="depth">Levels on each side, from 1 to 1000.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    public async Task<BybitOrderBook> OrderBookAsync(string symbol, int depth = DefaultDepth, CancellationToken cancellationToken = default)
    {
        if (depth is < 1 or > 1000)
            throw new ArgumentOutOfRangeException(nameof(depth), depth, "Must be from 1 to 1000.");
        BookRow row = await _requests.OrderBookAsync(Named(symbol), depth, cancellationToken);
        return Read<BybitOrderBook>(() => [row.ToOrderBook()])[0];
    }

    /// <summary>The last trades of one instrument, oldest first: up to 1000, or 60 for coins.</summary>
    public async Task<IReadOnlyList<BybitTrade>> RecentTradesAsync(string symbol, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<TradeRow> rows = await _requests.RecentTradesAsync(Named(symbol), cancellationToken);
        return Read(() => rows.Reverse().Select(row => row.ToTrade()));
    }

    /// <summary>Funding payments in [from, to), oldest first.</summary>
    /// <exception cref="ArgumentException">Coins pay no funding.</exception>
    public async Task<IReadOnlyList<BybitFunding>> FundingAsync(string symbol, DateTime from, DateTime to, CancellationToken cancellationToken = default)
    {
        if (Category == BybitCategory.Spot)
            throw new ArgumentException("Coins pay no funding: ask Linear or Inverse.", nameof(symbol));
        IReadOnlyList<FundingRow> rows = await _requests.FundingAsync(Named(symbol), UnixTime.FromDateTime(from), UnixTime.FromDateTime(to) - 1, cancellationToken);
        return Read(() => rows.Select(row => row.ToFunding(symbol)));
    }

    /// <summary>Live candles, as they form and close: each closes exactly once and in order, whatever happens to the connection.</summary>
    public BybitCandleStream Stream() => new(_requests);

    /// <summary>Trades as they happen, each once. After an interruption the last 1000, or 60 for coins, are looked through for missed ones.</summary>
    /// <param name="symbols">The exchange's names of the instruments, at least one.</param>
    /// <param name="cancellationToken">Ends the subscription.</param>
    public IAsyncEnumerable<BybitTrade> StreamTradesAsync(IReadOnlyList<string> symbols, CancellationToken cancellationToken = default)
    {
        RequireSome(symbols, nameof(symbols));
        return MarketStreams.TradesAsync(_requests, symbols, cancellationToken);
    }

    /// <summary>The latest figures, whole, each time some of them change.</summary>
    /// <param name="symbols">The exchange's names of the instruments, at least one.</param>
    /// <param name="cancellationToken">Ends the subscription.</param>
    public IAsyncEnumerable<BybitTicker> StreamTickersAsync(IReadOnlyList<string> symbols, CancellationToken cancellationToken = default)
    {
        RequireSome(symbols, nameof(symbols));
        return MarketStreams.TickersAsync(_requests, symbols, cancellationToken);
    }

    /// <summary>Order books, whole, each time one changes. One whose changes have a hole is not shown before it is whole again.</summary>
    /// <param name="symbols">The exchange's names of the instruments, at least one.</param>
    /// <param name="depth">Levels on each side: 1, 50, 200 or 1000.</param>
    /// <param name="cancellationToken">Ends the subscription.</param>
    public IAsyncEnumerable<BybitOrderBook> StreamOrderBooksAsync(IReadOnlyList<string> symbols, int depth = 50, CancellationToken cancellationToken = default)
    {
        RequireSome(symbols, nameof(symbols));
        return depth is 1 or 50 or 200 or 1000
            ? MarketStreams.OrderBooksAsync(_requests, symbols, depth, cancellationToken)
            : throw new ArgumentOutOfRangeException(nameof(depth), depth, "Must be 1, 50, 200 or 1000.");
    }

    /// <summary>What rows become; one that lacks a field is the exchange's error, not a zero.</summary>
    private static T[] Read<T>(Func<IEnumerable<T>> rows)
    {
        try
        {
            return [.. rows()];
        }
        catch (WireFieldException missing)
        {
            throw new BybitException($"The exchange's answer cannot be used: {missing.Message}.", BybitFault.Retryable, innerException: missing);
        }
    }

    private static string Named(string symbol)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(symbol);
        return symbol;
    }

    private static void RequireSome<T>(IReadOnlyList<T> values, string name)
    {
        ArgumentNullException.ThrowIfNull(values, name);
        if (values.Count == 0)
            throw new ArgumentException("At least one is needed.", name);
    }
}
