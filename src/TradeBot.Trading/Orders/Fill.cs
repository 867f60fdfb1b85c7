namespace TradeBot.Trading;

/// <summary>A trade that happened.</summary>
/// <param name="Time">When, UTC.</param>
/// <param name="Symbol">The exchange's name of the instrument.</param>
/// <param name="Side">Buy or sell.</param>
/// <param name="Quantity">In base currency; positive.</param>
/// <param name="Price">Price paid or received, in quote currency, slippage included.</param>
/// <param name="Fee">Fee paid, in quote currency.</param>
/// <param name="Slippage">What the fill cost against the reference price, in quote currency; not negative.</param>
/// <param name="Order">Number of the order that it belongs to.</param>
/// <param name="IsMaker">Whether the order rested in the book and so paid the maker fee.</param>
public readonly record struct Fill(
    DateTime Time, string Symbol, OrderSide Side, decimal Quantity, decimal Price, decimal Fee, decimal Slippage,
    long Order = 0, bool IsMaker = false)
{
    /// <summary>Quantity with the sign of its effect on the position.</summary>
    public decimal SignedQuantity => Side == OrderSide.Buy ? Quantity : -Quantity;

    /// <summary>Value traded, in quote currency.</summary>
    public decimal Notional => Quantity * Price;
}
