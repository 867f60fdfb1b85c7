using TradeBot.MarketData;

namespace TradeBot.Exchanges;

/// <summary>An instrument as the exchange lists it.</summary>
/// <param name="Instrument">Its trading rules.</param>
/// <param name="BaseCoin">What is traded.</param>
/// <param name="QuoteCoin">What it is priced in.</param>
/// <param name="IsTrading">True while orders are accepted.</param>
/// <param name="LaunchTime">When it was listed, UTC; null when not stated. Its first candles may be older.</param>
/// <param name="DeliveryTime">When a dated contract ends, UTC; null for perpetual contracts and coins.</param>
/// <param name="FundingInterval">Time between funding payments; null where there are none.</param>
/// <param name="MaxLeverage">Highest leverage; null where there is none.</param>
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
    /// <summary>The exchange's name of it, such as BTCUSDT.</summary>
    public string Symbol => Instrument.Symbol;
}
