namespace TradeBot.Trading;

/// <summary>A trade that happened.</summary>
/// <param name="Time">When, UTC.</param>
/// <param name="Symbol">The exchange's name of the instrument.</param>
/// <param name="Side">Buy or sell.</param>
/// <param name="Quantity">In base currency (contracts when inverse); positive.</param>
/// <param name="Price">Price paid or received, in quote currency, slippage included as far as the candle ranged; inside the candle.</param>
/// <param name="Fee">Fee paid, in account currency.</param>
/// <param name="Slippage">What the fill cost against the price met, in account currency, <paramref name="Impact"/> included; not negative.</param>
/// <param name="Order">Number of the order that it belongs to.</param>
/// <param name="IsMaker">Whether the order rested in the book and so paid the maker fee.</param>
/// <param name="Kind">Whether it was wanted, or forced by the exchange.</param>
/// <param name="ContractValue">Quote currency per contract when the instrument is inverse, otherwise 0.</param>
/// <param name="Impact">Slippage beyond what the candle ranged, charged in cash because nobody saw such a price, in account currency; not negative.</param>
/// <param name="Exit">Why it made a position smaller; null when it opened or enlarged one.</param>
public readonly record struct Fill(
    DateTime Time, string Symbol, OrderSide Side, decimal Quantity, decimal Price, decimal Fee, decimal Slippage,
    long Order = 0, bool IsMaker = false, FillKind Kind = FillKind.Order, decimal ContractValue = 0m, decimal Impact = 0m, ExitReason? Exit = null)
{
    /// <summary>Quantity with the sign of its effect on the position.</summary>
    public decimal SignedQuantity => Side == OrderSide.Buy ? Quantity : -Quantity;

    /// <summary>Value traded, in account currency: quote, or base to 8 decimals when inverse.</summary>
    public decimal Notional => ContractValue == 0
        ? Quantity * Price
        : Math.Round(Quantity * ContractValue / Price, 8, MidpointRounding.AwayFromZero);

    /// <summary>What it takes from cash, impact included and fee apart, in account currency; negative when it brings cash.</summary>
    /// <remarks>An inverse contract that is bought brings its value in base currency, which is owed until it is sold.</remarks>
    public decimal Paid => (Side == OrderSide.Buy == (ContractValue == 0) ? Notional : -Notional) + Impact;
}

/// <summary>Why a fill happened.</summary>
public enum FillKind
{
    /// <summary>An order of the strategy or algorithm met its price.</summary>
    Order,

    /// <summary>The exchange closed the position for want of margin.</summary>
    Liquidation,
}
