namespace TradeBot.MarketData;

/// <summary>Prices and volume of one symbol over one timeframe.</summary>
/// <param name="OpenTime">When the candle opened, UTC. The candle is known only from its close on.</param>
/// <param name="Open">First price, in quote currency per unit of base.</param>
/// <param name="High">Highest price.</param>
/// <param name="Low">Lowest price.</param>
/// <param name="Close">Last price.</param>
/// <param name="Volume">Traded quantity, in base currency (contracts for inverse instruments).</param>
/// <param name="Turnover">Traded value, in quote currency; NaN when the source does not provide it.</param>
public readonly record struct Candle(
    DateTime OpenTime,
    double Open,
    double High,
    double Low,
    double Close,
    double Volume,
    double Turnover = double.NaN);
