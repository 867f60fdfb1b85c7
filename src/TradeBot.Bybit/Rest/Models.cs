using System.Globalization;
using TradeBot.Exchanges.Wire;
using TradeBot.MarketData;

namespace TradeBot.Exchanges.Rest;

/// <summary>From the exchange's rows to ours.</summary>
internal static class Models
{
    /// <returns>Null for a row without the steps that trading needs.</returns>
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
        row.Symbol ?? "", Levels(row.Bids), Levels(row.Asks), row.UpdateId ?? 0, UnixTime.ToDateTime(row.Time ?? 0));

    public static BybitTrade ToTrade(this TradeRow row) => new(
        row.ExecId ?? "", row.Symbol ?? "", Trade(row.Time, row.Price, row.Size, row.Side), row.IsBlockTrade ?? false);

    public static BybitTrade ToTrade(this TradePush push) => new(
        push.Id ?? "", push.Symbol ?? "", Trade(push.Time, push.Price, push.Size, push.Side), push.IsBlockTrade ?? false);

    public static BybitKey ToKey(this KeyRow row) => new(
        row.Id ?? "", row.Note ?? "", row.ReadOnly == 1,
        [.. (row.Permissions ?? new Dictionary<string, IReadOnlyList<string>>()).SelectMany(group => group.Value.Select(right => $"{group.Key}.{right}"))],
        DateTime.TryParse(row.ExpiredAt, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out DateTime end) ? end : null);

    private static MarketTrade Trade(long? time, decimal? price, decimal? size, string? side) => new(
        time ?? 0, (double)(price ?? 0), (double)(size ?? 0), side switch
        {
            "Buy" => AggressorSide.Buyer,
            "Sell" => AggressorSide.Seller,
            _ => AggressorSide.Unknown,
        });

    private static BybitLevel[] Levels(IReadOnlyList<decimal?[]>? rows) =>
        [.. (rows ?? []).Where(row => row is [not null, not null, ..]).Select(row => new BybitLevel(row[0]!.Value, row[1]!.Value))];

    private static DateTime? Moment(long? time) => time is > 0 ? UnixTime.ToDateTime(time.Value) : null;
}
