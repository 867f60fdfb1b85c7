using System.Text.Json.Serialization;

namespace TradeBot.Exchanges.Wire;

/// <summary>/v5/market/time: the server's clock.</summary>
internal sealed record ServerTime(long? TimeSecond, long? TimeNano);

/// <summary>/v5/market/kline and similar: rows newest first.</summary>
internal sealed record KlinePage(string? Category, string? Symbol, [property: Needed] KlineRows? List);

/// <summary>/v5/market/instruments-info, of every category.</summary>
internal sealed record InstrumentRow(
    [property: Needed] string? Symbol,
    string? ContractType,
    [property: Needed] string? Status,
    string? BaseCoin,
    string? QuoteCoin,
    string? SettleCoin,
    string? OptionsType,
    long? LaunchTime,
    long? DeliveryTime,
    decimal? DeliveryFeeRate,
    decimal? PriceScale,
    LeverageFilter? LeverageFilter,
    [property: Needed] PriceFilter? PriceFilter,
    [property: Needed] LotSizeFilter? LotSizeFilter,
    bool? UnifiedMarginTrade,
    int? FundingInterval,
    string? CopyTrading,
    decimal? UpperFundingRate,
    decimal? LowerFundingRate,
    bool? IsPreListing,
    string? MarginTrading,
    string? StTag,
    RiskParameters? RiskParameters);

internal sealed record LeverageFilter(decimal? MinLeverage, decimal? MaxLeverage, decimal? LeverageStep);

internal sealed record PriceFilter(decimal? MinPrice, decimal? MaxPrice, [property: Needed] decimal? TickSize);

internal sealed record LotSizeFilter(
    [property: Needed] decimal? MinOrderQty,
    decimal? MaxOrderQty,
    decimal? MaxMktOrderQty,
    [property: Needed] decimal? QtyStep,
    decimal? PostOnlyMaxOrderQty,
    [property: Needed] decimal? MinNotionalValue,
    [property: Needed] decimal? BasePrecision,
    decimal? QuotePrecision,
    [property: Needed] decimal? MinOrderAmt,
    decimal? MaxOrderAmt);

internal sealed record RiskParameters(decimal? PriceLimitRatioX, decimal? PriceLimitRatioY);

/// <summary>A ticker, over REST and as pushed: a pushed update contains only the changed fields.</summary>
internal sealed record TickerRow(
    [property: Needed] string? Symbol,
    string? TickDirection,
    [property: Needed] decimal? LastPrice,
    [property: Needed] decimal? IndexPrice,
    [property: Needed] decimal? MarkPrice,
    decimal? PrevPrice24h,
    [property: Needed] decimal? Price24hPcnt,
    [property: Needed] decimal? HighPrice24h,
    [property: Needed] decimal? LowPrice24h,
    decimal? PrevPrice1h,
    [property: Needed] decimal? OpenInterest,
    decimal? OpenInterestValue,
    [property: Needed] decimal? Turnover24h,
    [property: Needed] decimal? Volume24h,
    [property: Needed] decimal? FundingRate,
    [property: Needed] long? NextFundingTime,
    decimal? PredictedDeliveryPrice,
    decimal? Basis,
    decimal? BasisRate,
    decimal? DeliveryFeeRate,
    long? DeliveryTime,
    [property: Needed] decimal? Bid1Price,
    [property: Needed] decimal? Bid1Size,
    [property: Needed] decimal? Ask1Price,
    [property: Needed] decimal? Ask1Size,
    decimal? UsdIndexPrice,
    decimal? BidPrice,
    decimal? BidSize,
    decimal? BidIv,
    decimal? AskPrice,
    decimal? AskSize,
    decimal? AskIv,
    decimal? MarkPriceIv,
    decimal? UnderlyingPrice,
    decimal? TotalVolume,
    decimal? TotalTurnover,
    decimal? Delta,
    decimal? Gamma,
    decimal? Vega,
    decimal? Theta,
    decimal? Change24h);

/// <summary>/v5/market/orderbook and the orderbook topics: price and size of each level, size 0 deletes.</summary>
internal sealed record BookRow(
    [property: JsonPropertyName("s")] string? Symbol,
    [property: Needed, JsonPropertyName("b")] IReadOnlyList<decimal?[]>? Bids,
    [property: Needed, JsonPropertyName("a")] IReadOnlyList<decimal?[]>? Asks,
    [property: Needed, JsonPropertyName("ts")] long? Time,
    [property: Needed, JsonPropertyName("u")] long? UpdateId,
    [property: JsonPropertyName("seq")] long? Sequence,
    [property: JsonPropertyName("cts")] long? MatchTime);

/// <summary>/v5/market/recent-trade.</summary>
internal sealed record TradeRow(
    [property: Needed] string? ExecId,
    [property: Needed] string? Symbol,
    [property: Needed] decimal? Price,
    [property: Needed] decimal? Size,
    [property: Needed] string? Side,
    [property: Needed] long? Time,
    [property: Needed] bool? IsBlockTrade,
    bool? IsRPITrade,
    long? Seq);

/// <summary>/v5/market/funding/history.</summary>
internal sealed record FundingRow(string? Symbol, [property: Needed] decimal? FundingRate, [property: Needed] long? FundingRateTimestamp);

/// <summary>/v5/market/open-interest.</summary>
internal sealed record OpenInterestRow(decimal? OpenInterest, long? Timestamp);

/// <summary>/v5/market/account-ratio.</summary>
internal sealed record AccountRatioRow(string? Symbol, decimal? BuyRatio, decimal? SellRatio, long? Timestamp);

/// <summary>/v5/market/price-limit.</summary>
internal sealed record PriceLimitRow(string? Symbol, decimal? BuyLmt, decimal? SellLmt, long? Ts);

/// <summary>/v5/market/risk-limit.</summary>
internal sealed record RiskLimitRow(
    int? Id, string? Symbol, decimal? RiskLimitValue, decimal? MaintenanceMargin, decimal? InitialMargin, int? IsLowestRisk, decimal? MaxLeverage);

/// <summary>/v5/system/status and the system.status topic.</summary>
internal sealed record SystemStatusRow(
    string? Id,
    string? Title,
    string? State,
    long? Begin,
    long? End,
    string? Href,
    IReadOnlyList<int>? ServiceTypes,
    IReadOnlyList<int>? Product,
    int? MaintainType,
    int? Env);
