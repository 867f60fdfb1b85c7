namespace TradeBot.MarketData;

/// <summary>A bar of trades, such as a tick, volume, dollar or imbalance bar.</summary>
/// <param name="OpenTime">Time of the first trade, UTC.</param>
/// <param name="CloseTime">Time of the last trade, UTC: the bar is known from then on.</param>
/// <param name="Open">First price.</param>
/// <param name="High">Highest price.</param>
/// <param name="Low">Lowest price.</param>
/// <param name="Close">Last price.</param>
/// <param name="Volume">Traded quantity, in base currency.</param>
/// <param name="Turnover">Traded value, in quote currency.</param>
/// <param name="Trades">Number of trades.</param>
/// <param name="Imbalance">Quantity bought minus quantity sold by aggressors, in base currency; unknown sides follow the tick rule.</param>
public readonly record struct TradeBar(
    DateTime OpenTime,
    DateTime CloseTime,
    double Open,
    double High,
    double Low,
    double Close,
    double Volume,
    double Turnover,
    int Trades,
    double Imbalance);
