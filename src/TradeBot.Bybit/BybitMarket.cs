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

    /// <summary>Historical candles.</summary>
    public BybitCandleSource Candles { get; }

    /// <summary>Candles of a price that is not traded, such as the mark price. Their volume is NaN.</summary>
    /// <param name="price">Which price.</param>
    /// <param name="symbol">The instrument.</param>
    /// <param name="timeframe">Length of each candle.</param>
    /// <param name="from">First open time, UTC.</param>
    /// <param name="to">End of the open times, exclusive, UTC.</param>
    /// <param name="cancellationToken">Stops the fetch.</param>
    /// <returns>Chunks in time order, as <see cref="ICandleSource.FetchAsync"/> gives them.</returns>
    public IAsyncEnumerable<CandleSeries> PriceCandlesAsync(
        BybitPrice price, string symbol, Timeframe timeframe, DateTime from, DateTime to, CancellationToken cancellationToken = default) =>
        Category == BybitCategory.Spot
            ? throw new ArgumentException("Spot has no mark, index or premium price: use Linear or Inverse.", nameof(price))
            : new BybitCandleSource(_requests, price).FetchAsync(symbol, timeframe, from, to, progress: null, cancellationToken);

    /// <summary>All instruments of the category.</summary>
    public async Task<IReadOnlyList<BybitInstrument>> InstrumentsAsync(CancellationToken cancellationToken = default)
    {
        IReadOnlyList<InstrumentRow> rows = await _requests.InstrumentsAsync(cancellationToken);
        return [.. rows.Select(row => row.ToInstrument(Category)).OfType<BybitInstrument>()];
    }

    /// <summary>Tickers of all instruments.</summary>
    public async Task<IReadOnlyList<BybitTicker>> TickersAsync(CancellationToken cancellationToken = default) =>
        [.. (await _requests.TickersAsync(symbol: null, cancellationToken)).Select(row => row.ToTicker())];

    /// <summary>Ticker of one instrument.</summary>
    /// <exception cref="BybitException">The exchange does not know it.</exception>
    public async Task<BybitTicker> TickerAsync(string symbol, CancellationToken cancellationToken = default) =>
        (await _requests.TickersAsync(Named(symbol), cancellationToken)).Select(row => row.ToTicker()).FirstOrDefault()
        ?? throw new BybitException($"The exchange has no ticker for {symbol}: check symbol and category.", BybitFault.Caller);

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

    /// <summary>Recent trades of one instrument, oldest first: up to 1000, or 60 for spot.</summary>
    public async Task<IReadOnlyList<BybitTrade>> RecentTradesAsync(string symbol, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<TradeRow> rows = await _requests.RecentTradesAsync(Named(symbol), cancellationToken);
        return Read(() => rows.Reverse().Select(row => row.ToTrade()));
    }

    /// <summary>Funding payments in [from, to), oldest first.</summary>
    /// <exception cref="ArgumentException">Spot has no funding.</exception>
    public async Task<IReadOnlyList<BybitFunding>> FundingAsync(string symbol, DateTime from, DateTime to, CancellationToken cancellationToken = default)
    {
        if (Category == BybitCategory.Spot)
            throw new ArgumentException("Spot has no funding: use Linear or Inverse.", nameof(symbol));
        IReadOnlyList<FundingRow> rows = await _requests.FundingAsync(Named(symbol), UnixTime.FromDateTime(from), UnixTime.FromDateTime(to) - 1, cancellationToken);
        return Read(() => rows.Select(row => row.ToFunding(symbol)));
    }

    /// <summary>Live candles: each closes exactly once and in order, even across reconnects.</summary>
    public BybitCandleStream Stream() => new(_requests);

    /// <summary>Live trades, each once. After an interruption the last 1000, or 60 for spot, are searched for missed ones.</summary>
    /// <param name="symbols">The exchange's symbols, at least one.</param>
    /// <param name="cancellationToken">Ends the subscription.</param>
    public IAsyncEnumerable<BybitTrade> StreamTradesAsync(IReadOnlyList<string> symbols, CancellationToken cancellationToken = default)
    {
        RequireSome(symbols, nameof(symbols));
        return MarketStreams.TradesAsync(_requests, symbols, cancellationToken);
    }

    /// <summary>Complete tickers, each time a field changes.</summary>
    /// <param name="symbols">The exchange's symbols, at least one.</param>
    /// <param name="cancellationToken">Ends the subscription.</param>
    public IAsyncEnumerable<BybitTicker> StreamTickersAsync(IReadOnlyList<string> symbols, CancellationToken cancellationToken = default)
    {
        RequireSome(symbols, nameof(symbols));
        return MarketStreams.TickersAsync(_requests, symbols, cancellationToken);
    }

    /// <summary>Complete order books, each time one changes. After a missed update, a book is not shown until a new snapshot arrives.</summary>
    /// <param name="symbols">The exchange's symbols, at least one.</param>
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

    /// <summary>Converts rows; a missing required field is an error of the exchange, not a zero.</summary>
    private static T[] Read<T>(Func<IEnumerable<T>> rows)
    {
        try
        {
            return [.. rows()];
        }
        catch (WireFieldException missing)
        {
            throw new BybitException($"The exchange's response cannot be used: {missing.Message}.", BybitFault.Retryable, innerException: missing);
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

/// <summary>The exchange's instrument categories; the same symbol may exist in several.</summary>
public enum BybitCategory
{
    /// <summary>The spot market.</summary>
    Spot,

    /// <summary>Linear contracts, which settle in USDT or USDC.</summary>
    Linear,

    /// <summary>Inverse contracts, which settle in the coin.</summary>
    Inverse,
}
