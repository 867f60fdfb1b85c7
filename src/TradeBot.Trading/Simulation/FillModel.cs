using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>Turns an order and the price that it met into a fill.</summary>
/// <remarks>
/// | order | fill |
/// | --- | --- |
/// | rested in the book (a limit that was not marketable when it arrived) | at the price that it met, maker fee, no slippage |
/// | limit, marketable when it arrived | at the open, taker fee; never worse than its limit |
/// | market, stop, take-profit, trailing stop | at the price met, worsened by slippage, taker fee |
/// | liquidation | at the price met, without slippage, taker fee and liquidation fee |
/// | any | the price rounds against the order to the tick |
/// | slippage carries it out of the candle | the fill bears the last price inside the candle, and the rest is charged in cash as <see cref="Fill.Impact"/>: the cost is the same, and later prices do not change it |
/// | no tick lies inside the candle | the price stays as it is |
/// </remarks>
internal sealed class FillModel(FeeSchedule fees, Slippage slippage, decimal liquidationFee)
{
    private readonly FeeMeter _fees = new(fees);

    /// <summary>Writes a fill.</summary>
    /// <returns>What it takes from cash, fee apart; negative when it brings cash.</returns>
    public decimal Fill(Order order, SymbolBook book, decimal quantity, double reference, long time, ref FillEntry fill)
    {
        bool limited = !double.IsNaN(order.LimitPrice);
        fill.IsMaker = limited && order.Rests;
        fill.Kind = FillKind.Order;
        double distance = limited ? 0 : slippage.DistanceFor(quantity, reference, book.LastVolume, book.LastRange);
        double worsened = order.Side == OrderSide.Buy ? reference + distance : Math.Max(0, reference - distance);
        return Write(order, book, quantity, reference, worsened, time, ref fill);
    }

    /// <summary>Writes the forced closing of a position.</summary>
    /// <returns>What it takes from cash, fees apart; and what the exchange takes for it beside the taker fee.</returns>
    public (decimal Paid, decimal Fee) Liquidate(Order order, SymbolBook book, double met, long time, ref FillEntry fill)
    {
        fill.IsMaker = false;
        fill.Kind = FillKind.Liquidation;
        decimal paid = Write(order, book, order.Quantity, met, met, time, ref fill);
        decimal penalty = Math.Round(book.Instrument.ValueOf(fill.Quantity, fill.Shown) * liquidationFee, 8, MidpointRounding.AwayFromZero);
        fill.Fee += penalty;
        return (paid, penalty);
    }

    private decimal Write(Order order, SymbolBook book, decimal quantity, double reference, double worsened, long time, ref FillEntry fill)
    {
        Instrument instrument = book.Instrument;
        bool buys = order.Side == OrderSide.Buy;
        decimal price = buys ? instrument.CeilingPrice(worsened) : instrument.FloorPrice(worsened);
        decimal value = instrument.ValueOf(quantity, price);
        fill.Quantity = quantity;
        fill.Paid = price;
        fill.Shown = book.Seen(price, buys);
        fill.Fee = _fees.Charge(value, fill.IsMaker, time);
        (fill.Met, fill.Time, fill.Order, fill.Book, fill.Side) = (reference, time, order.Id, book.Index, order.Side);
        return buys == instrument.IsInverse ? -value : value;
    }
}
