namespace TradeBot.Exchanges;

/// <summary>The ticker of an instrument. Fields that the exchange does not provide are null.</summary>
/// <param name="Symbol">The instrument.</param>
/// <param name="LastPrice">Price of the last trade.</param>
/// <param name="BidPrice">Highest bid.</param>
/// <param name="BidSize">Quantity at the bid.</param>
/// <param name="AskPrice">Lowest ask.</param>
/// <param name="AskSize">Quantity at the ask.</param>
/// <param name="MarkPrice">Mark price, used to value positions; contracts only.</param>
/// <param name="IndexPrice">Price of the underlying; contracts only.</param>
/// <param name="OpenInterest">Open interest; contracts only.</param>
/// <param name="FundingRate">Next funding payment as a fraction of position value; perpetual contracts only.</param>
/// <param name="NextFundingTime">When it is paid, UTC.</param>
/// <param name="High24h">Highest price in 24 hours.</param>
/// <param name="Low24h">Lowest price in 24 hours.</param>
/// <param name="Change24h">Change of the price in 24 hours, as a fraction.</param>
/// <param name="Volume24h">Quantity traded in 24 hours.</param>
/// <param name="Turnover24h">Value traded in 24 hours.</param>
public sealed record BybitTicker(
    string Symbol,
    decimal? LastPrice,
    decimal? BidPrice,
    decimal? BidSize,
    decimal? AskPrice,
    decimal? AskSize,
    decimal? MarkPrice,
    decimal? IndexPrice,
    decimal? OpenInterest,
    decimal? FundingRate,
    DateTime? NextFundingTime,
    decimal? High24h,
    decimal? Low24h,
    decimal? Change24h,
    decimal? Volume24h,
    decimal? Turnover24h);
