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
/// <remarks>
/// <list type="table">
/// <listheader><term>order</term><description>fill</description></listheader>
/// <item><term>rested in the book (a limit that was not marketable when it arrived)</term><description>at the price that it met, maker fee, no slippage</description></item>
/// <item><term>limit, marketable when it arrived</term><description>at the open, taker fee; never worse than its limit</description></item>
/// <item><term>market, stop, take-profit, trailing stop</term><description>at the price met, worsened by slippage, taker fee</description></item>
/// <item><term>liquidation</term><description>at the price met, without slippage, taker fee and liquidation fee</description></item>
/// <item><term>any</term><description>the price rounds against the order to the tick; without a tick it stays as it is</description></item>
/// <item><term>cash would fall below 0, and no symbol of the run has leverage</term><description>so much fills as cash pays for with its fee, in whole lots, and the rest of the order ends; what only closes a position fills whole</description></item>
/// <item><term>the same, while market orders to sell other symbols work</term><description>a market order fills after those of the same open, at its own open; what only later sales pay for waits for the next open</description></item>
/// <item><term>slippage carries it out of the candle</term><description>the fill bears the last price inside the candle, and the rest is charged in cash as <see cref="Impact"/>: the cost is the same, and later prices do not change it</description></item>
/// <item><term>no tick lies inside the candle</term><description>the price stays as it is</description></item>
/// </list>
/// </remarks>
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
