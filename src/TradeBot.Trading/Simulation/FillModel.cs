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

    public Fill Fill(Order order, SymbolBook book, decimal quantity, double reference, long time, out decimal paid)
    {
        bool limited = !double.IsNaN(order.LimitPrice);
        bool maker = limited && order.Rests;
        double distance = limited ? 0 : slippage.DistanceFor(quantity, reference, book.LastVolume, book.LastRange);
        double worsened = order.Side == OrderSide.Buy ? reference + distance : Math.Max(0, reference - distance);
        return Settled(order, book, quantity, reference, worsened, maker, FillKind.Order, time, out paid);
    }

    /// <summary>The forced closing of a position, and what the exchange takes for it beside the taker fee.</summary>
    public (Fill Fill, decimal Fee) Liquidate(Order order, SymbolBook book, double met, long time, out decimal paid)
    {
        Fill fill = Settled(order, book, order.Quantity, met, met, isMaker: false, FillKind.Liquidation, time, out paid);
        decimal penalty = Math.Round(fill.Notional * liquidationFee, 8, MidpointRounding.AwayFromZero);
        return (fill with { Fee = fill.Fee + penalty }, penalty);
    }

    private Fill Settled(
        Order order, SymbolBook book, decimal quantity, double reference, double worsened, bool isMaker, FillKind kind, long time, out decimal paid)
    {
        Instrument instrument = book.Instrument;
        bool buys = order.Side == OrderSide.Buy;
        decimal price = buys ? instrument.CeilingPrice(worsened) : instrument.FloorPrice(worsened);
        decimal seen = book.Seen(price, buys);
        decimal value = instrument.ValueOf(quantity, price);
        paid = buys == instrument.IsInverse ? -value : value;
        decimal impact = seen == price ? 0 : Math.Abs(value - instrument.ValueOf(quantity, seen));
        return new Fill(
            UnixTime.ToDateTime(time), order.Symbol, order.Side, quantity, seen, _fees.Charge(value, isMaker, time),
            CostOf(instrument, quantity, (decimal)reference, price, value, buys), order.Id, isMaker, kind,
            instrument.IsInverse ? instrument.ContractValue : 0m, impact);
    }

    /// <summary>What the price paid is worse than the price met.</summary>
    private static decimal CostOf(Instrument instrument, decimal quantity, decimal met, decimal price, decimal value, bool buys)
    {
        if (met == 0 || met == price)
            return 0;
        decimal worse = value - instrument.ValueOf(quantity, met);
        return Math.Max(0m, buys == instrument.IsInverse ? -worse : worse);
    }
}
