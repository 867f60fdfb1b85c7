namespace TradeBot.Trading;

/// <summary>The inputs of a sizing.</summary>
/// <param name="Symbol">Position of the symbol in the run.</param>
/// <param name="Target">The target exposure, in [−1, 1], not 0.</param>
/// <param name="Price">Value of one unit at the price to size on, in account currency; positive.</param>
/// <param name="Equity">Cash and position value, in account currency; positive.</param>
/// <param name="EntryCost">Fee and slippage of entering, as a fraction of the value at the price before slippage.</param>
/// <param name="StopDistance">From the price to the stop, or to the trailing stop where there is no other, in value of one unit; NaN without one.</param>
public readonly record struct SizingRequest(
    int Symbol, double Target, double Price, double Equity, double EntryCost, double StopDistance)
{
    /// <summary>The quantity that takes a fraction of equity, the cost of entering included.</summary>
    /// <param name="fraction">Of equity; 1 is all of it.</param>
    public double QuantityFor(double fraction) => fraction * Equity / (Price * (1 + EntryCost));
}
