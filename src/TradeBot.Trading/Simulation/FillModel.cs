using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>Turns an order and the price that it reached into a fill.</summary>
internal sealed class FillModel(FeeSchedule fees, Slippage slippage, decimal liquidationFee)
{
    private readonly FeeMeter _fees = new(fees);

    /// <summary>The price at which a quantity of an order trades.</summary>
    public decimal PriceOf(Order order, VenueBook book, decimal quantity, double reference)
    {
        bool buys = order.Side == OrderSide.Buy;
        double distance = IsLimited(order) ? 0 : slippage.DistanceFor(quantity, reference, book.LastVolume, book.LastRange);
        return Against(book.Instrument, buys ? reference + distance : Math.Max(0, reference - distance), buys);
    }

    /// <summary>The fee that an order pays, as a fraction of the value traded.</summary>
    public decimal RateOf(Order order, long time) => _fees.RateAt(IsMaker(order), time);

    /// <summary>Writes a fill.</summary>
    /// <returns>Cash that it costs, without the fee; negative when it adds cash.</returns>
    public decimal Fill(Order order, VenueBook book, decimal quantity, decimal price, double reference, long time, ref FillEntry fill)
    {
        fill.IsMaker = IsMaker(order);
        fill.Kind = FillKind.Order;
        return Write(order, book, quantity, price, reference, time, ref fill);
    }

    /// <summary>Writes the forced closing of a position.</summary>
    /// <returns>Cash that it costs, without fees; and the liquidation fee, which is charged in addition to the taker fee.</returns>
    public (decimal Paid, decimal Fee) Liquidate(Order order, VenueBook book, double met, long time, ref FillEntry fill)
    {
        fill.IsMaker = false;
        fill.Kind = FillKind.Liquidation;
        decimal price = Against(book.Instrument, met, order.Side == OrderSide.Buy);
        decimal paid = Write(order, book, order.Quantity, price, met, time, ref fill);
        decimal penalty = Math.Round(book.Instrument.ValueOf(fill.Quantity, fill.Shown) * liquidationFee, 8, MidpointRounding.AwayFromZero);
        fill.Fee += penalty;
        return (paid, penalty);
    }

    /// <summary>A price that can be traded: rounded against the order to the tick.</summary>
    public static decimal Against(Instrument instrument, double price, bool buys) =>
        !instrument.HasTick ? instrument.RoundPrice(price) : buys ? instrument.CeilingPrice(price) : instrument.FloorPrice(price);

    /// <summary>The price of a fill clamped to the candle's range, except for digits of an unrounded high or low that decimal cannot represent.</summary>
    public static decimal ClampedToBar(Instrument instrument, decimal price, bool buys, double high, double low)
    {
        if (!(buys ? (double)price > high : (double)price < low))
            return price;
        decimal last = buys ? instrument.FloorPrice(high) : instrument.CeilingPrice(low);
        if ((double)last >= low && (double)last <= high)
            return last;
        return instrument.HasTick ? price : instrument.RoundPrice(buys ? high : low);
    }

    private static bool IsLimited(Order order) => !double.IsNaN(order.LimitPrice);

    private static bool IsMaker(Order order) => order.Rests && IsLimited(order);

    private decimal Write(Order order, VenueBook book, decimal quantity, decimal price, double reference, long time, ref FillEntry fill)
    {
        Instrument instrument = book.Instrument;
        bool buys = order.Side == OrderSide.Buy;
        decimal value = instrument.ValueOf(quantity, price);
        fill.Quantity = quantity;
        fill.Paid = price;
        fill.Shown = ClampedToBar(instrument, price, buys, book.Range.High, book.Range.Low);
        fill.Fee = _fees.Charge(value, fill.IsMaker, time);
        (fill.Met, fill.Time, fill.Order, fill.Book, fill.Side) = (reference, time, order.Id, book.Index, order.Side);
        return buys == instrument.IsInverse ? -value : value;
    }
}
