using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>Fills of a sweep in decimal, where a caller keeps them.</summary>
internal static class SweepFills
{
    /// <summary>A fill with the same values as <see cref="FillModel"/> writes.</summary>
    public static Fill Of(SweepMarket market, SweepUnits units, long time, long before, long change, decimal price, double met, double high, double low, ExitReason reason)
    {
        bool buys = change > 0;
        decimal quantity = units.QuantityOf(Math.Abs(change)), value = quantity * price;
        decimal seen = FillModel.ClampedToBar(market.Instrument, price, buys, high, low), reference = (decimal)met;
        return new Fill(
            UnixTime.ToDateTime(time), market.Candles.Symbol, buys ? OrderSide.Buy : OrderSide.Sell, quantity, seen,
            market.Options.Fees.TakerFee(value), Math.Max(0m, buys ? value - quantity * reference : quantity * reference - value),
            Impact: seen == price ? 0 : Math.Abs(value - quantity * seen),
            Exit: before != 0 && before > 0 != buys ? reason : null);
    }

    /// <summary>The entry price of a position whose fill shows another price than was paid, rounded as the trade log rounds.</summary>
    public static double EntryOf(SweepUnits units, long before, long change, SweepPrice price)
    {
        if (before == 0)
            return price.Estimate;
        decimal quantity = units.QuantityOf(Math.Abs(change)), value = quantity * price.Value;
        decimal closing = units.QuantityOf(Math.Abs(before));
        return (double)((value - closing * value / quantity) / (quantity - closing));
    }
}
