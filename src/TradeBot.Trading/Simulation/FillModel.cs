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
/// </remarks>
internal sealed class FillModel(FeeSchedule fees, Slippage slippage, decimal liquidationFee)
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
        decimal value = instrument.ValueOf(quantity, price);
        decimal cost = CostOf(instrument, quantity, met, value, buys);
        decimal fee = _fees.Charge(value, maker, time);
        return new Fill(
            UnixTime.ToDateTime(time), order.Symbol, order.Side, quantity, price, fee, cost, order.Id, maker,
            ContractValue: instrument.IsInverse ? instrument.ContractValue : 0m);
    }

    /// <summary>The forced closing of a position, and what the exchange takes for it beside the taker fee.</summary>
    public (Fill Fill, decimal Fee) Liquidate(Order order, SymbolBook book, double met, long time)
    {
        Instrument instrument = book.Instrument;
        bool buys = order.Side == OrderSide.Buy;
        decimal price = buys ? instrument.CeilingPrice(met) : instrument.FloorPrice(met);
        decimal value = instrument.ValueOf(order.Quantity, price);
        decimal penalty = Math.Round(value * liquidationFee, 8, MidpointRounding.AwayFromZero);
        var fill = new Fill(
            UnixTime.ToDateTime(time), order.Symbol, order.Side, order.Quantity, price, _fees.Charge(value, isMaker: false, time) + penalty,
            CostOf(instrument, order.Quantity, (decimal)met, value, buys), order.Id, Kind: FillKind.Liquidation,
            ContractValue: instrument.IsInverse ? instrument.ContractValue : 0m);
        return (fill, penalty);
    }

    /// <summary>What the price paid is worse than the price met.</summary>
    private static decimal CostOf(Instrument instrument, decimal quantity, decimal met, decimal value, bool buys)
    {
        if (met == 0)
            return 0;
        decimal worse = value - instrument.ValueOf(quantity, met);
        return Math.Max(0m, buys == instrument.IsInverse ? -worse : worse);
    }
}
