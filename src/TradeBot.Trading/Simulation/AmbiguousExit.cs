namespace TradeBot.Trading;

/// <summary>An exit in a candle that also reached an exit on the other side of the price: the data does not say which came first.</summary>
/// <param name="Time">Open time of the candle, UTC.</param>
/// <param name="Symbol">The exchange's name of the instrument.</param>
/// <param name="Chosen">Price met on the path that the run assumed, before slippage.</param>
/// <param name="Pessimistic">Price met if the worse exit came first.</param>
/// <param name="Optimistic">Price met if the better exit came first.</param>
public readonly record struct AmbiguousExit(DateTime Time, string Symbol, double Chosen, double Pessimistic, double Optimistic);
