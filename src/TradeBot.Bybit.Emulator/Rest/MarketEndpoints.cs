using System.Globalization;
using TradeBot.Exchanges.Emulator.Market;
using TradeBot.Exchanges.Rest;
using TradeBot.Exchanges.Wire;
using TradeBot.MarketData;

namespace TradeBot.Exchanges.Emulator.Rest;

/// <summary>The market endpoints.</summary>
internal sealed class MarketEndpoints(EmulatedMarket market)
{
    private const int RiskLimitSymbols = 15;
    private const long Minute = UnixTime.MillisecondsPerMinute;

    private static readonly Dictionary<string, long> s_periods = new(StringComparer.Ordinal)
    {
        ["5min"] = 5 * Minute, ["15min"] = 15 * Minute, ["30min"] = 30 * Minute, ["1h"] = 60 * Minute, ["4h"] = 240 * Minute, ["1d"] = UnixTime.MillisecondsPerDay,
    };

    /// <summary>The answer to a request.</summary>
    /// <param name="path">Without the first slash.</param>
    /// <param name="query">Its parameters.</param>
    /// <param name="isRowRepeated">Whether a row comes twice on a page of candles.</param>
    /// <param name="now">The exchange's clock.</param>
    /// <returns>Null for a path that the exchange does not have.</returns>
    /// <exception cref="RestRefusal">A parameter is wrong.</exception>
    public ReadOnlyMemory<byte>? Answer(string path, RestQuery query, bool isRowRepeated, long now) => path switch
    {
        "v5/market/time" => ReplyText.Of(new ServerTime(now / 1000, now * 1_000_000), WireContext.Default.ReplyServerTime, now),
        "v5/market/kline" => Klines(query, null, isRowRepeated, now),
        "v5/market/mark-price-kline" => Klines(query, candle => candle, isRowRepeated, now),
        "v5/market/index-price-kline" => Klines(query, candle => candle, isRowRepeated, now),
        "v5/market/premium-index-price-kline" => Klines(query, Premium, isRowRepeated, now),
        "v5/market/instruments-info" or "v5/account/instruments-info" => Instruments(query, now),
        "v5/market/tickers" => Tickers(query, now),
        "v5/market/orderbook" => Book(query, now),
        "v5/market/recent-trade" => Trades(query, now),
        "v5/market/funding/history" => Funding(query, now),
        "v5/market/open-interest" => OpenInterest(query, now),
        "v5/market/account-ratio" => AccountRatio(query, now),
        "v5/market/risk-limit" => RiskLimits(query, now),
        "v5/market/price-limit" => PriceLimit(query, now),
        "v5/system/status" => ReplyText.Of(new Page<SystemStatusRow>(null, null, [], null), WireContext.Default.ReplyPageSystemStatusRow, now), // nothing is being maintained
        _ => (ReadOnlyMemory<byte>?)null, // not an empty answer, which null would become
    };

    private static Candle Premium(Candle candle) => candle with
    {
        Open = -0.0005, High = -0.0003, Low = -0.0007, Close = Math.Round((candle.Close - candle.Open) / candle.Open / 1000, 6),
    };

    private ReadOnlyMemory<byte> Klines(RestQuery query, Func<Candle, Candle>? prices, bool isRowRepeated, long now)
    {
        BybitCategory category = query.Category(BybitCategory.Linear);
        EmulatedSymbol symbol = query.Symbol();
        Timeframe timeframe = WireNames.TimeframeOf(query.Text("interval")) is { } known && symbol.Has(known)
            ? known
            : throw new RestRefusal($"params error: Interval is invalid {query.Text("interval")}");
        int limit = query.Limit(1000, 200);
        CandleSeries series = symbol.Candles(timeframe);
        int end = Math.Min(EmulatedSymbol.CountAt(series, now), query.Whole("end") is { } last ? EmulatedSymbol.CountAt(series, last) : int.MaxValue);
        int begin = Math.Max(0, end - limit);
        if (query.Whole("start") is { } start)
        {
            begin = EmulatedSymbol.CountAt(series, start - 1); // where a start is given a page holds the candles that follow it, not the newest
            end = Math.Min(end, begin + limit);
        }

        Range rows = begin < end ? begin..end : 0..0;
        return ReplyText.Klines(WireNames.Of(category), symbol, series, rows, prices, isRowRepeated ? (end - begin) / 2 : -1, now).WrittenMemory;
    }

    private byte[] Instruments(RestQuery query, long now)
    {
        if (query.Text("category") == "option") // an exchange without options lists none: clients ask for every category when they begin
            return ReplyText.Of(new Page<InstrumentRow>("option", null, [], ""), WireContext.Default.ReplyPageInstrumentRow, now);

        BybitCategory category = query.Category();
        bool isPaged = category != BybitCategory.Spot;
        int limit = isPaged ? query.Limit(1000, 500) : int.MaxValue;
        IReadOnlyList<string> names = query.Text("symbol") is { Length: > 0 } ? [query.Symbol().Name] : market.Names;
        int start = (int)Math.Min(query.Page("cursor"), names.Count);
        InstrumentRow[] rows = [.. names.Skip(start).Take(limit).Select(name => MarketRows.Instrument(market[name], category))];
        string next = start + rows.Length < names.Count && isPaged ? RestQuery.CursorOf(start + rows.Length) : "";
        return ReplyText.Of(new Page<InstrumentRow>(WireNames.Of(category), null, rows, next), WireContext.Default.ReplyPageInstrumentRow, now);
    }

    private byte[] Tickers(RestQuery query, long now)
    {
        BybitCategory category = query.Category();
        IEnumerable<string> names = query.Text("symbol") is { Length: > 0 } ? [query.Symbol().Name] : market.Names;
        TickerRow[] rows = [.. names.Select(name => MarketRows.Ticker(market[name], category, now))];
        return ReplyText.Of(new Page<TickerRow>(WireNames.Of(category), null, rows, null), WireContext.Default.ReplyPageTickerRow, now);
    }

    private static byte[] Book(RestQuery query, long now)
    {
        int depth = query.Limit(1000, query.Category() == BybitCategory.Spot ? 1 : 25);
        return ReplyText.Of(MarketRows.Book(query.Symbol(), depth, now), WireContext.Default.ReplyBookRow, now);
    }

    private static byte[] Trades(RestQuery query, long now)
    {
        BybitCategory category = query.Category();
        EmulatedSymbol symbol = query.Symbol();
        int limit = category == BybitCategory.Spot ? query.Limit(60, 60) : query.Limit(1000, 500);
        long last = now / MarketRows.TradeEvery, first = Math.Max(last - limit + 1, symbol.Launched / MarketRows.TradeEvery);
        List<TradeRow> rows = [];
        for (long slot = last; slot >= first; slot--)
        {
            TradePush trade = MarketRows.Trade(symbol, slot);
            rows.Add(new TradeRow(trade.Id, trade.Symbol, trade.Price, trade.Size, trade.Side, trade.Time, false, false, slot));
        }

        return ReplyText.Of(new Page<TradeRow>(WireNames.Of(category), null, rows, null), WireContext.Default.ReplyPageTradeRow, now);
    }

    private static byte[] Funding(RestQuery query, long now)
    {
        BybitCategory category = query.Category();
        EmulatedSymbol symbol = query.Symbol();
        int limit = query.Limit(200, 200);
        long? start = query.Whole("startTime"), end = query.Whole("endTime");
        if (start is not null && end is null)
            throw new RestRefusal("params error: endTime is required with startTime");

        long last = MarketRows.FundingSlot(Math.Min(end ?? now, now)), first = MarketRows.FundingSlot(Math.Max(start ?? 0, symbol.Launched));
        List<FundingRow> rows = [];
        for (long slot = last; slot >= first && rows.Count < limit; slot--)
        {
            FundingRow row = MarketRows.Funding(symbol, slot);
            if (row.FundingRateTimestamp >= (start ?? 0))
                rows.Add(row);
        }

        return ReplyText.Of(new Page<FundingRow>(WireNames.Of(category), null, rows, null), WireContext.Default.ReplyPageFundingRow, now);
    }

    /// <summary>Contracts outstanding at the start of each interval.</summary>
    private static byte[] OpenInterest(RestQuery query, long now)
    {
        (BybitCategory category, EmulatedSymbol symbol) = Contract(query);
        long period = s_periods[query.OneOf("intervalTime", s_periods.Keys)];
        (IReadOnlyList<long> times, string cursor) = new HistorySlots(period, symbol.Launched, now).Page(query, query.Limit(200, 50));
        OpenInterestRow[] rows = [.. times.Select(time => new OpenInterestRow(MarketRows.OpenInterest(symbol, time), time))];
        return ReplyText.Of(new Page<OpenInterestRow>(WireNames.Of(category), symbol.Name, rows, cursor), WireContext.Default.ReplyPageOpenInterestRow, now);
    }

    /// <summary>Shares of the accounts that are long and short, at the start of each period.</summary>
    private static byte[] AccountRatio(RestQuery query, long now)
    {
        (_, EmulatedSymbol symbol) = Contract(query);
        long period = s_periods[query.OneOf("period", s_periods.Keys)];
        (IReadOnlyList<long> times, string cursor) = new HistorySlots(period, symbol.Launched, now).Page(query, query.Limit(500, 50));
        AccountRatioRow[] rows = [.. times.Select(time => MarketRows.AccountRatio(symbol, time))];
        return ReplyText.Of(new Page<AccountRatioRow>(null, null, rows, cursor), WireContext.Default.ReplyPageAccountRatioRow, now);
    }

    private byte[] RiskLimits(RestQuery query, long now)
    {
        BybitCategory category = query.Category();
        if (category == BybitCategory.Spot)
            throw new RestRefusal("params error: category only supports linear and inverse");
        IReadOnlyList<string> names = query.Text("symbol") is { Length: > 0 } ? [query.Symbol().Name] : market.Names;
        int start = (int)Math.Min(query.Page("cursor"), names.Count);
        string[] page = [.. names.Skip(start).Take(RiskLimitSymbols)];
        string next = start + page.Length < names.Count ? RestQuery.CursorOf(start + page.Length) : "";
        RiskLimitRow[] rows = [.. page.SelectMany(MarketRows.RiskLimits)];
        return ReplyText.Of(new Page<RiskLimitRow>(WireNames.Of(category), null, rows, next), WireContext.Default.ReplyPageRiskLimitRow, now);
    }

    /// <summary>The highest price of a buy and the lowest of a sell.</summary>
    private static byte[] PriceLimit(RestQuery query, long now)
    {
        BybitCategory category = query.Category(BybitCategory.Linear);
        EmulatedSymbol symbol = query.Symbol();
        decimal last = (decimal)symbol.PriceAt(now);
        (decimal buy, decimal sell) = Accounts.Contract.Of(category, MarketRows.Instrument(symbol, category), []).Band(last, last);
        return ReplyText.Of(new PriceLimitRow(symbol.Name, buy, sell, now), WireContext.Default.ReplyPriceLimitRow, now);
    }

    private static (BybitCategory Category, EmulatedSymbol Symbol) Contract(RestQuery query)
    {
        BybitCategory category = query.Category();
        return category == BybitCategory.Spot ? throw new RestRefusal("params error: category only supports linear and inverse") : (category, query.Symbol());
    }
}
