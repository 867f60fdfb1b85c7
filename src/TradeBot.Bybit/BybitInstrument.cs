using TradeBot.MarketData;

namespace TradeBot.Exchanges;

/// <summary>An instrument as the exchange lists it.</summary>
/// <param name="Instrument">Its trading rules.</param>
/// <param name="BaseCoin">The base currency.</param>
/// <param name="QuoteCoin">The quote currency.</param>
/// <param name="IsTrading">True while orders are accepted.</param>
/// <param name="LaunchTime">Listing time, UTC; null when not given. Its first candles may be older.</param>
/// <param name="DeliveryTime">Expiry of a dated contract, UTC; null for perpetual contracts and spot.</param>
/// <param name="FundingInterval">Time between funding payments; null when there are none.</param>
/// <param name="MaxLeverage">Maximum leverage; null when there is none.</param>
public sealed record BybitInstrument(
    Instrument Instrument,
    string BaseCoin,
    string QuoteCoin,
    bool IsTrading,
    DateTime? LaunchTime,
    DateTime? DeliveryTime,
    TimeSpan? FundingInterval,
    decimal? MaxLeverage)
{
    /// <summary>The exchange's symbol, such as BTCUSDT.</summary>
    public string Symbol => Instrument.Symbol;
}
