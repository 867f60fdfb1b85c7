using TradeBot.Exchanges.Wire;
using TradeBot.MarketData;

namespace TradeBot.Exchanges.Rest;

/// <summary>Converts the exchange's rows to our types.</summary>
internal static class RowConversions
{
    /// <returns>Null for a row without tick or lot size.</returns>
    public static BybitInstrument? ToInstrument(this InstrumentRow row, BybitCategory category)
    {
        if (row is not { Symbol: { } symbol, PriceFilter.TickSize: > 0 and var tick, LotSizeFilter: { } lot } || (lot.QtyStep ?? lot.BasePrecision) is not (> 0 and var step))
            return null;

        InstrumentKind kind = category switch
        {
            BybitCategory.Spot => InstrumentKind.Spot,
            BybitCategory.Linear => InstrumentKind.Linear,
            _ => InstrumentKind.Inverse,
        };
        var rules = new Instrument(symbol, kind, tick, step, lot.MinOrderQty ?? 0, lot.MinNotionalValue ?? lot.MinOrderAmt ?? 0);
        return new BybitInstrument(
            rules, row.BaseCoin ?? "", row.QuoteCoin ?? "", row.Status == "Trading", Moment(row.LaunchTime), Moment(row.DeliveryTime),
            row.FundingInterval is { } minutes ? TimeSpan.FromMinutes(minutes) : null, row.LeverageFilter?.MaxLeverage);
    }

    public static BybitTicker ToTicker(this TickerRow row) => new(
        row.Symbol ?? "", row.LastPrice, row.Bid1Price, row.Bid1Size, row.Ask1Price, row.Ask1Size, row.MarkPrice, row.IndexPrice,
        row.OpenInterest, row.FundingRate, Moment(row.NextFundingTime), row.HighPrice24h, row.LowPrice24h, row.Price24hPcnt,
        row.Volume24h, row.Turnover24h);

    public static BybitOrderBook ToOrderBook(this BookRow row) => new(
        row.Symbol ?? "", Levels(row.Bids), Levels(row.Asks), Given(row.UpdateId, "u"), UnixTime.ToDateTime(Given(row.Time, "ts")));

    public static BybitTrade ToTrade(this TradeRow row) => new(
        Given(row.ExecId, "execId"), Given(row.Symbol, "symbol"), Trade(Given(row.Time, "time"), Given(row.Price, "price"), Given(row.Size, "size"), row.Side), row.IsBlockTrade ?? false);

    public static BybitTrade ToTrade(this TradePush push) => new(
        Given(push.Id, "i"), Given(push.Symbol, "s"), Trade(Given(push.Time, "T"), Given(push.Price, "p"), Given(push.Size, "v"), push.Side), push.IsBlockTrade ?? false);

    public static BybitFunding ToFunding(this FundingRow row, string symbol) => new(
        row.Symbol ?? symbol, UnixTime.ToDateTime(Given(row.FundingRateTimestamp, "fundingRateTimestamp")), Given(row.FundingRate, "fundingRate"));

    /// <summary>The same candle, after checking its required fields.</summary>
    /// <exception cref="WireFieldException">A field is missing.</exception>
    public static KlinePush Complete(this KlinePush push)
    {
        _ = Given(push.Start, "start");
        _ = Given(push.Open, "open");
        _ = Given(push.High, "high");
        _ = Given(push.Low, "low");
        _ = Given(push.Close, "close");
        _ = Given(push.Volume, "volume");
        _ = Given(push.Confirm, "confirm");
        return push;
    }

    public static BybitKey ToKey(this KeyRow row) => new(
        row.Id ?? "", row.Note ?? "", row.ReadOnly == 1,
        [.. (row.Permissions ?? new Dictionary<string, IReadOnlyList<string>>()).SelectMany(group => group.Value.Select(right => $"{group.Key}.{right}"))],
        ExpiryOf(row.ExpiredAt));

    /// <returns>Null for a key that never expires.</returns>
    private static DateTime? ExpiryOf(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        return WireTime.TryParse(text, out long time) ? Moment(time) : throw new WireFieldException("expiredAt", $"is \"{text}\"; expected a time");
    }

    private static MarketTrade Trade(long time, decimal price, decimal size, string? side) => new(
        time, NearestDouble.Of(price), NearestDouble.Of(size), side switch
        {
            "Buy" => AggressorSide.Buyer,
            "Sell" => AggressorSide.Seller,
            _ => AggressorSide.Unknown,
        });

    private static BybitLevel[] Levels(IReadOnlyList<decimal?[]>? rows) =>
        [.. (rows ?? []).Where(row => row is [not null, not null, ..]).Select(row => new BybitLevel(row[0]!.Value, row[1]!.Value))];

    private static T Given<T>(T? value, string field)
        where T : struct => value ?? throw WireFieldException.Missing(field);

    private static string Given(string? value, string field) => value ?? throw WireFieldException.Missing(field);

    private static DateTime? Moment(long? time) => time is > 0 ? UnixTime.ToDateTime(time.Value) : null;
}
