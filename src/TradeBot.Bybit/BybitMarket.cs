using TradeBot.Exchanges.Rest;
using TradeBot.Exchanges.Streams;
using TradeBot.Exchanges.Wire;
using TradeBot.MarketData;
using TradeBot.Trading;

namespace TradeBot.Exchanges;

/// <summary>One category of instruments.</summary>
public sealed class BybitMarket : IExchange
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

    /// <inheritdoc/>
    public string Name => Candles.Name;

    /// <inheritdoc/>
    public FeeSchedule Fees => Category switch
    {
        BybitCategory.Spot => Trading.Fees.Bybit.Spot,
        BybitCategory.Inverse => Trading.Fees.Bybit.Inverse,
        _ => Trading.Fees.Bybit.Linear,
    };

    /// <inheritdoc/>
    public IReadOnlyList<Timeframe> Timeframes => Candles.Timeframes;

    /// <inheritdoc/>
    public long? RequestsSent => Candles.RequestsSent;

    /// <summary>Closed candles of the past.</summary>
    public BybitCandleSource Candles { get; }

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

    /// <inheritdoc/>
    public Task<DateTime> TimeAsync(CancellationToken cancellationToken = default) => Candles.TimeAsync(cancellationToken);

    ICandleStream IExchange.Stream() => Stream();

    async Task<IReadOnlyList<Instrument>> IExchange.InstrumentsAsync(CancellationToken cancellationToken) =>
        [.. (await InstrumentsAsync(cancellationToken)).Select(listed => listed.Instrument)];

    IAsyncEnumerable<CandleSeries> ICandleSource.FetchAsync(
        string symbol, Timeframe timeframe, DateTime from, DateTime to, IProgress<FetchProgress>? progress, CancellationToken cancellationToken) =>
        Candles.FetchAsync(symbol, timeframe, from, to, progress, cancellationToken);

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

/// <summary>The exchange's families of instruments; the same symbol may exist in several.</summary>
public enum BybitCategory
{
    /// <summary>Coins themselves.</summary>
    Spot,

    /// <summary>Contracts that settle in USDT or USDC.</summary>
    Linear,

    /// <summary>Contracts that settle in the coin.</summary>
    Inverse,
}
