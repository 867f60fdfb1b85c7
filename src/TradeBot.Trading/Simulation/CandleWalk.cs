namespace TradeBot.Trading;

/// <summary>Matches the orders of a symbol with the price path of a candle.</summary>
internal sealed class CandleWalk(SimulatedVenue venue, Account account, IntrabarPath path, double participation)
{
    private long _openTime;
    private long _time;
    private double _high, _low;
    private bool _noted;

    /// <summary>Ambiguous exits: exits on both sides of the price inside one candle, whose order is unknown.</summary>
    public List<AmbiguousExit> Ambiguities { get; } = [];

    public void Open(VenueBook book, double open, long time)
    {
        PassOpen(book, time);
        Expire(book, time);
        Leg(book, open, open);
        bool allRest = true;
        for (int i = book.Orders.Count - 1; i >= 0; i--)
        {
            Order order = book.Orders[i];
            allRest &= order.AvailableAt <= time && order.GoodTill == long.MaxValue;
            if (order.AvailableAt > time)
                continue;
            if (order.TimeInForce is TimeInForce.ImmediateOrCancel or TimeInForce.FillOrKill)
                venue.End(order, OrderState.Cancelled, "Cancelled: it could not fill at once.", time);
            else
                order.Rests = true;
        }

        if (allRest)
            book.Rest();
    }

    /// <summary>An open that does nothing to an order.</summary>
    public void PassOpen(VenueBook book, long time)
    {
        (_openTime, _time) = (time, time);
        _noted = true;
        book.Capacity = participation * book.LastVolume;
    }

    public void Inside(VenueBook book, double open, double high, double low, double close, long time)
    {
        (_time, _high, _low, _noted) = (time, high, low, false);
        bool lowFirst = LowFirst(book, open, high, low);
        Leg(book, open, lowFirst ? low : high);
        Leg(book, lowFirst ? low : high, lowFirst ? high : low);
        Leg(book, lowFirst ? high : low, close);
    }

    private bool LowFirst(VenueBook book, double open, double high, double low)
    {
        if (path == IntrabarPath.ByDistance)
            return open - low <= high - open;

        decimal held = account.Quantity(book.Index);
        bool fearsLow = held != 0 ? held > 0 : book.Orders.Count > 0 && book.Orders[0].Side == OrderSide.Sell;
        return fearsLow == (path == IntrabarPath.Pessimistic);
    }

    private void Expire(VenueBook book, long time)
    {
        for (int i = book.Orders.Count - 1; i >= 0; i--)
        {
            if (book.Orders[i].GoodTill <= time)
                venue.End(book.Orders[i], OrderState.Expired, "Expired: its time ran out.", time);
        }
    }

    private void Leg(VenueBook book, double from, double to)
    {
        while (true)
        {
            Order? order = Next(book, from, to, out double met);
            double broken = Broken(book, from, to);
            if (broken is not double.NaN && (order is null || Math.Abs(broken - from) <= Math.Abs(met - from)))
            {
                from = broken;
                bool isLong = account.Holdings[book.Index] > 0;
                NoteAmbiguity(book, null, sells: isLong, above: !isLong, broken);
                venue.Liquidate(book, from, _time);
                continue;
            }

            if (order is null)
                break;
            from = met;
            if (order.IsExit)
                NoteAmbiguity(book, order, order.Side == OrderSide.Sell, order.WaitsAbove, met);
            venue.Meet(order, book, from, _time);
        }

        foreach (Order order in book.Orders)
        {
            if (order.Type == OrderType.TrailingStop && order.AvailableAt <= _openTime)
                Follow(order, to);
        }
    }

    /// <summary>The price on the path at which the account is liquidated; NaN when there is none.</summary>
    private double Broken(VenueBook book, double from, double to) => venue.Margin.MayBreak
        ? PriceMet(venue.Margin.LevelOf(book.Symbol), account.Holdings[book.Index] < 0, from, to)
        : double.NaN;

    private Order? Next(VenueBook book, double from, double to, out double met)
    {
        Order? next = null;
        met = double.NaN;
        foreach (Order order in book.Orders)
        {
            if (order.AvailableAt > _openTime || book.Capacity <= 0)
                continue;
            if (order.Type == OrderType.TrailingStop && double.IsNaN(order.Best))
                order.Best = from;
            double price = PriceMet(order, from, to);
            if (price is not double.NaN && (next is null || Math.Abs(price - from) < Math.Abs(met - from)))
                (next, met) = (order, price);
        }

        return next;
    }

    /// <summary>The price at which the path from one price to another reaches an order; NaN when it does not.</summary>
    private static double PriceMet(Order order, double from, double to) =>
        order.Type == OrderType.Market ? from : PriceMet(order.Level, order.WaitsAbove, from, to);

    private static double PriceMet(double level, bool above, double from, double to)
    {
        if (above)
            return level <= from ? from : level <= to ? level : double.NaN;
        return level >= from ? from : level >= to ? level : double.NaN;
    }

    private static void Follow(Order order, double price) =>
        order.Best = double.IsNaN(order.Best) ? price : order.Side == OrderSide.Sell ? Math.Max(order.Best, price) : Math.Min(order.Best, price);

    /// <summary>The first exit of a candle is ambiguous when another is inside the candle on the other side of the price.</summary>
    private void NoteAmbiguity(VenueBook book, Order? order, bool sells, bool above, double met)
    {
        if (_noted || OnOtherSide(book, order, sells, above) is not { } level)
            return;

        // A sell is worst at the lower price, a buy at the higher.
        _noted = true;
        (double lower, double higher) = above ? (level, met) : (met, level);
        Ambiguities.Add(new AmbiguousExit(
            MarketData.UnixTime.ToDateTime(_openTime), book.Instrument.Symbol, met, sells ? lower : higher, sells ? higher : lower));
    }

    private double? OnOtherSide(VenueBook book, Order? order, bool sells, bool above)
    {
        foreach (Order other in book.Orders)
        {
            if (other != order && other.IsExit && other.WaitsAbove != above && other.Side == OrderSide.Sell == sells && IsInside(other.Level))
                return other.Level;
        }

        // A long is liquidated below, and so on the other side of an exit above.
        bool isLong = account.Holdings[book.Index] > 0;
        double liquidation = order is not null && venue.Margin.MayBreak && isLong == above ? venue.Margin.LevelOf(book.Symbol) : double.NaN;
        return IsInside(liquidation) ? liquidation : null;
    }

    private bool IsInside(double level) => level >= _low && level <= _high;
}
