using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>Turns market orders into fills at a candle's open.</summary>
/// <remarks>
/// | case | rule |
/// | --- | --- |
/// | decided at the close of candle t | fills at the open of candle t + 1, never earlier |
/// | candles are missing after t | fills at the first open after the gap; nothing fills inside it |
/// | no candle follows | never fills; recorded as refused, with the reason |
/// | slippage | moves the open against the order, then rounds against it to the tick |
/// | fee | taker rate on the value traded |
/// </remarks>
internal sealed class FillModel(FeeSchedule fees, Slippage slippage)
{
    public Fill FillAtOpen(in MarketOrder order, Instrument instrument, DateTime time, double open)
    {
        double worsened = slippage.Worsen(order.Side, open);
        decimal price = order.Side == OrderSide.Buy ? instrument.CeilingPrice(worsened) : instrument.FloorPrice(worsened);
        decimal cost = Math.Max(0m, order.Quantity * (order.Side == OrderSide.Buy ? price - (decimal)open : (decimal)open - price));
        return new Fill(time, order.Symbol, order.Side, order.Quantity, price, fees.TakerFee(order.Quantity * price), cost);
    }
}
