namespace TradeBot.MarketData;

/// <summary>Trades summed up until enough had happened, however long it took.</summary>
/// <param name="OpenTime">Time of the first trade, UTC.</param>
/// <param name="CloseTime">Time of the last trade, UTC: the bar is known from then.</param>
/// <param name="Open">First price.</param>
/// <param name="High">Highest price.</param>
/// <param name="Low">Lowest price.</param>
/// <param name="Close">Last price.</param>
/// <param name="Volume">Traded quantity, in base currency.</param>
/// <param name="Turnover">Traded value, in quote currency.</param>
/// <param name="Trades">How many trades.</param>
/// <param name="Imbalance">Quantity that buyers took less what sellers took, in base currency; sides not stated count by the tick rule.</param>
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
