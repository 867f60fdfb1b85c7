namespace TradeBot.Trading;

/// <summary>The execution of an order, or of a part of it.</summary>
/// <param name="Time">When, UTC.</param>
/// <param name="Symbol">The exchange's name of the instrument.</param>
/// <param name="Side">Buy or sell.</param>
/// <param name="Quantity">In base currency (contracts when inverse); positive.</param>
/// <param name="Price">Price paid or received, in quote currency, slippage included as far as it stays in the candle's range.</param>
/// <param name="Fee">Fee paid, in account currency.</param>
/// <param name="Slippage">Cost relative to the price met, in account currency, <paramref name="Impact"/> included; not negative.</param>
/// <param name="Order">Number of the order that it belongs to.</param>
/// <param name="IsMaker">Whether the order rested in the book and so paid the maker fee.</param>
/// <param name="Kind">Whether an order caused it, or the exchange forced it.</param>
/// <param name="ContractValue">Quote currency per contract when the instrument is inverse, otherwise 0.</param>
/// <param name="Impact">Slippage beyond the candle's range, charged in cash because there was no such price, in account currency; not negative.</param>
/// <param name="Exit">The reason, where it made a position smaller; null when it opened or enlarged one.</param>
/// <remarks>
/// <list type="table">
/// <listheader><term>order</term><description>fill</description></listheader>
/// <item><term>rested in the book (a limit that was not marketable when it arrived)</term><description>at the price that it met, maker fee, no slippage</description></item>
/// <item><term>limit, marketable when it arrived</term><description>at the open, taker fee; never worse than its limit</description></item>
/// <item><term>market, stop, take-profit, trailing stop</term><description>at the price met, worsened by slippage, taker fee</description></item>
/// <item><term>liquidation</term><description>at the price met, without slippage, taker fee and liquidation fee</description></item>
/// <item><term>any</term><description>the price rounds against the order to the tick; without a tick it stays as it is</description></item>
/// <item><term>cash would fall below 0, and no symbol of the run has leverage</term><description>only the quantity fills that cash pays for with its fee, in whole lots, and the rest of the order ends; an order that only closes a position fills completely</description></item>
/// <item><term>the same, while market orders to sell other symbols are pending</term><description>a market order fills after the sales of the same open, at its own open; a purchase that needs the cash of later sales waits for the next open</description></item>
/// <item><term>slippage moves it out of the candle's range</term><description>the fill has the last price inside the candle, and the rest is charged in cash as <see cref="Impact"/>: the cost is the same, and later prices do not change it</description></item>
/// <item><term>there is no tick inside the candle</term><description>the price stays as it is</description></item>
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

    /// <summary>Cash that it costs, with impact and without the fee, in account currency; negative when it adds cash.</summary>
    /// <remarks>Buying an inverse contract adds its value in base currency to cash; the position is an equal liability until it is sold.</remarks>
    public decimal Paid => (Side == OrderSide.Buy == (ContractValue == 0) ? Notional : -Notional) + Impact;
}

/// <summary>Why a fill happened.</summary>
public enum FillKind
{
    /// <summary>An order of the strategy or algorithm met its price.</summary>
    Order,

    /// <summary>The exchange closed the position because there was not enough margin.</summary>
    Liquidation,
}
