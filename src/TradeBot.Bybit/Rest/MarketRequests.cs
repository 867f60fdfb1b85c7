using TradeBot.Exchanges.Wire;
using TradeBot.MarketData;

namespace TradeBot.Exchanges.Rest;

/// <summary>The market endpoints of one category, as the exchange answers them.</summary>
internal sealed class MarketRequests(BybitClient client, BybitCategory category)
{
    /// <summary>Candles per page at most.</summary>
    public const int KlineLimit = 1000;

    private const int InstrumentLimit = 1000, FundingLimit = 200;

    private readonly string _category = Spelling.Of(category);

    public BybitClient Client => client;

    public BybitCategory Category => category;

    /// <summary>Candles that open in [start, end], newest first, at most <paramref name="limit"/>.</summary>
    public async Task<Answer<KlineRows>> KlinesAsync(
        string kind, string symbol, Timeframe timeframe, long start, long end, int limit, CancellationToken cancellationToken)
    {
        string query = $"category={_category}&symbol={Uri.EscapeDataString(symbol)}&interval={Spelling.Of(timeframe)}&start={Spelling.Of(start)}&end={Spelling.Of(end)}&limit={Spelling.Of(limit)}";
        Answer<KlinePage> answer = await client.GetAsync($"v5/market/{kind}", query, WireContext.Default.ReplyKlinePage, cancellationToken: cancellationToken);
        return new Answer<KlineRows>(answer.Result.List ?? new KlineRows(), answer.ServerTime);
    }

    /// <summary>Every instrument, by following the cursor to its end.</summary>
    public async Task<IReadOnlyList<InstrumentRow>> InstrumentsAsync(CancellationToken cancellationToken)
    {
        List<InstrumentRow> rows = [];
        string cursor = "";
        do
        {
            string query = $"category={_category}&limit={Spelling.Of(InstrumentLimit)}{(cursor.Length == 0 ? "" : $"&cursor={cursor}")}";
            Answer<Page<InstrumentRow>> answer = await client.GetAsync("v5/market/instruments-info", query, WireContext.Default.ReplyPageInstrumentRow, cancellationToken: cancellationToken);
            rows.AddRange(answer.Result.List ?? []);
            cursor = answer.Result.NextPageCursor ?? ""; // encoded already: sent as it came
        }
        while (cursor.Length > 0);
        return rows;
    }

    public async Task<IReadOnlyList<TickerRow>> TickersAsync(string? symbol, CancellationToken cancellationToken)
    {
        Answer<Page<TickerRow>> answer = await client.GetAsync(
            "v5/market/tickers", $"category={_category}{SymbolOf(symbol)}", WireContext.Default.ReplyPageTickerRow, cancellationToken: cancellationToken);
        return answer.Result.List ?? [];
    }

    public async Task<BookRow> OrderBookAsync(string symbol, int depth, CancellationToken cancellationToken)
    {
        Answer<BookRow> answer = await client.GetAsync(
            "v5/market/orderbook", $"category={_category}{SymbolOf(symbol)}&limit={Spelling.Of(depth)}", WireContext.Default.ReplyBookRow, cancellationToken: cancellationToken);
        return answer.Result;
    }

    /// <summary>The last trades, newest first.</summary>
    public async Task<IReadOnlyList<TradeRow>> RecentTradesAsync(string symbol, CancellationToken cancellationToken)
    {
        int limit = category == BybitCategory.Spot ? 60 : 1000;
        Answer<Page<TradeRow>> answer = await client.GetAsync(
            "v5/market/recent-trade", $"category={_category}{SymbolOf(symbol)}&limit={Spelling.Of(limit)}", WireContext.Default.ReplyPageTradeRow, cancellationToken: cancellationToken);
        return answer.Result.List ?? [];
    }

    /// <summary>Funding payments in [from, to], oldest first. Pages go backwards by their end, because a start alone is an error.</summary>
    public async Task<IReadOnlyList<FundingRow>> FundingAsync(string symbol, long from, long to, CancellationToken cancellationToken)
    {
        List<FundingRow> rows = [];
        for (long end = to; end >= from;)
        {
            string query = $"category={_category}{SymbolOf(symbol)}&startTime={Spelling.Of(from)}&endTime={Spelling.Of(end)}&limit={Spelling.Of(FundingLimit)}";
            Answer<Page<FundingRow>> answer = await client.GetAsync("v5/market/funding/history", query, WireContext.Default.ReplyPageFundingRow, cancellationToken: cancellationToken);
            IReadOnlyList<FundingRow> page = answer.Result.List ?? [];
            rows.AddRange(page);
            if (page.Count < FundingLimit)
                break;
            if (page.Any(row => row.FundingRateTimestamp is null))
                break; // the caller says which field is missing
            end = page.Min(row => row.FundingRateTimestamp!.Value) - 1;
        }

        return [.. rows.DistinctBy(row => row.FundingRateTimestamp).OrderBy(row => row.FundingRateTimestamp)];
    }

    private static string SymbolOf(string? symbol) => symbol is null ? "" : $"&symbol={Uri.EscapeDataString(symbol)}";
}
