using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>Turns an order and the price that it met into a fill.</summary>
/// <remarks>
/// | order | fill |
/// | --- | --- |
/// | rested in the book (a limit that was not marketable when it arrived) | at the price that it met, maker fee, no slippage |
/// | limit, marketable when it arrived | at the open, taker fee; never worse than its limit |
/// | market, stop, take-profit, trailing stop | at the price met, worsened by slippage, taker fee |
/// | any | the price rounds against the order to the tick |
/// </remarks>
internal sealed class FillModel(FeeSchedule fees, Slippage slippage)
{
    private readonly FeeMeter _fees = new(fees);

    public Fill Fill(Order order, SymbolBook book, decimal quantity, double reference, long time)
    {
        bool limited = !double.IsNaN(order.LimitPrice);
        bool maker = limited && order.Rests;
        bool buys = order.Side == OrderSide.Buy;
        double distance = limited ? 0 : slippage.DistanceFor((double)quantity, reference, book.LastVolume, book.LastRange);
        double worsened = buys ? reference + distance : Math.Max(0, reference - distance);
        Instrument instrument = book.Instrument;
        decimal price = buys ? instrument.CeilingPrice(worsened) : instrument.FloorPrice(worsened);
        decimal met = (decimal)reference;
        decimal cost = Math.Max(0m, quantity * (buys ? price - met : met - price));
        decimal fee = _fees.Charge(quantity * price, maker, time);
        return new Fill(UnixTime.ToDateTime(time), order.Symbol, order.Side, quantity, price, fee, cost, order.Id, maker);
    }
}
