using TradeBot.Exchanges.Wire;
using TradeBot.MarketData;

namespace TradeBot.Exchanges.Rest;

/// <summary>Requests to the market endpoints of one category.</summary>
internal sealed class MarketRequests(BybitClient client, BybitCategory category)
{
    /// <summary>Maximum number of candles per page.</summary>
    public const int KlineLimit = 1000;

    private const int InstrumentLimit = 1000, FundingLimit = 200;

    private readonly string _category = WireNames.Of(category);

    public BybitClient Client => client;

    public BybitCategory Category => category;

    /// <summary>Candles that open in [start, end], newest first, at most <paramref name="limit"/>.</summary>
    public async Task<Answer<KlineRows>> KlinesAsync(
        string kind, string symbol, Timeframe timeframe, long start, long end, int limit, CancellationToken cancellationToken)
    {
        string query = $"category={_category}&symbol={Uri.EscapeDataString(symbol)}&interval={WireNames.Of(timeframe)}&start={WireNames.Of(start)}&end={WireNames.Of(end)}&limit={WireNames.Of(limit)}";
        Answer<KlinePage> answer = await client.GetAsync($"v5/market/{kind}", query, WireContext.Default.ReplyKlinePage, cancellationToken: cancellationToken);
        return new Answer<KlineRows>(answer.Result.List ?? new KlineRows(), answer.ServerTime);
    }

    /// <summary>All instruments, following the cursor to its end.</summary>
    public async Task<IReadOnlyList<InstrumentRow>> InstrumentsAsync(CancellationToken cancellationToken)
    {
        List<InstrumentRow> rows = [];
        string cursor = "";
        do
        {
            string query = $"category={_category}&limit={WireNames.Of(InstrumentLimit)}{(cursor.Length == 0 ? "" : $"&cursor={cursor}")}";
            Answer<Page<InstrumentRow>> answer = await client.GetAsync("v5/market/instruments-info", query, WireContext.Default.ReplyPageInstrumentRow, cancellationToken: cancellationToken);
            rows.AddRange(answer.Result.List ?? []);
            cursor = answer.Result.NextPageCursor ?? ""; // already encoded: sent unchanged
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
            "v5/market/orderbook", $"category={_category}{SymbolOf(symbol)}&limit={WireNames.Of(depth)}", WireContext.Default.ReplyBookRow, cancellationToken: cancellationToken);
        return answer.Result;
    }

    /// <summary>Recent trades, newest first.</summary>
    public async Task<IReadOnlyList<TradeRow>> RecentTradesAsync(string symbol, CancellationToken cancellationToken)
    {
        int limit = category == BybitCategory.Spot ? 60 : 1000;
        Answer<Page<TradeRow>> answer = await client.GetAsync(
            "v5/market/recent-trade", $"category={_category}{SymbolOf(symbol)}&limit={WireNames.Of(limit)}", WireContext.Default.ReplyPageTradeRow, cancellationToken: cancellationToken);
        return answer.Result.List ?? [];
    }

    /// <summary>Funding payments in [from, to], oldest first. Pages go backwards by end time, because the exchange rejects a start without an end.</summary>
    public async Task<IReadOnlyList<FundingRow>> FundingAsync(string symbol, long from, long to, CancellationToken cancellationToken)
    {
        List<FundingRow> rows = [];
        for (long end = to; end >= from;)
        {
            string query = $"category={_category}{SymbolOf(symbol)}&startTime={WireNames.Of(from)}&endTime={WireNames.Of(end)}&limit={WireNames.Of(FundingLimit)}";
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
