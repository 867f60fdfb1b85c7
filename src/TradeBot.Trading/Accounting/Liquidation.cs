namespace TradeBot.Trading;

/// <summary>A position that the exchange closed because there was not enough margin.</summary>
/// <param name="Time">When, UTC; a liquidation inside a candle has the candle's close time.</param>
/// <param name="Symbol">The exchange's name of the instrument.</param>
/// <param name="Quantity">Signed quantity of the position that was closed: all of it, unless liquidation is <see cref="Margin.Stepwise"/>.</param>
/// <param name="Price">Price of the fill, in quote currency.</param>
/// <param name="Fee">Liquidation fee, charged in addition to the taker fee, in account currency.</param>
/// <param name="Equity">Equity when the margin broke, of the position alone where margin is isolated, before the costs of closing, in account currency.</param>
/// <param name="MaintenanceMargin">The maintenance margin that equity had fallen to or below, in account currency.</param>
/// <param name="Order">Number of the order that closed it.</param>
public readonly record struct Liquidation(
    DateTime Time, string Symbol, decimal Quantity, decimal Price, decimal Fee, double Equity, double MaintenanceMargin, long Order);
