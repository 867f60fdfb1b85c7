namespace TradeBot.Trading;

/// <summary>An order to trade at the next price.</summary>
/// <param name="DecidedAt">Close time of the candle on which it was decided, UTC.</param>
/// <param name="Symbol">The exchange's name of the instrument.</param>
/// <param name="Side">Buy or sell.</param>
/// <param name="Quantity">In base currency, on the lot grid; positive.</param>
public readonly record struct MarketOrder(DateTime DecidedAt, string Symbol, OrderSide Side, decimal Quantity);
