using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>The state of one symbol at a simulated venue: the current candle, its remaining volume, and the price range in which nothing happens.</summary>
internal sealed class VenueBook(SymbolBook symbol)
{
    private double _above = double.PositiveInfinity, _below = double.NegativeInfinity;
    private double _lastHigh = double.NaN, _lastLow = double.NaN;
    private int _measured, _rested = -1;

    public SymbolBook Symbol { get; } = symbol;

    public Instrument Instrument { get; } = symbol.Instrument;

    public int Index { get; } = symbol.Index;

    /// <summary>Orders that can fill, oldest first.</summary>
    public List<Order> Orders { get; } = symbol.Orders;

    public double LastVolume { get; private set; } = double.NaN;

    public double LastRange => _lastHigh - _lastLow;

    public double LastOpen { get; private set; } = double.NaN;

    /// <summary>Highest and lowest price of the current candle; NaN where they are unknown.</summary>
    public (double High, double Low) Range { get; set; } = (double.NaN, double.NaN);

    /// <summary>The volume that may still fill in the current candle.</summary>
    public double Capacity { get; set; } = double.PositiveInfinity;

    /// <summary>Whether its orders have been at an open and none ends in time, so that an open changes only what it touches.</summary>
    public bool IsAtRest => _rested == Symbol.Version;

    /// <summary>Says that it <see cref="IsAtRest"/>, until its orders or their levels change.</summary>
    public void Rest() => _rested = Symbol.Version;

    /// <summary>Whether a candle of this range can affect an order.</summary>
    public bool IsTouchedBy(double high, double low)
    {
        if (_measured != Symbol.Version)
            Measure();
        return high >= _above || low <= _below;
    }

    /// <summary>A candle has closed.</summary>
    public void Close(double open, double high, double low, double volume) =>
        (LastOpen, _lastHigh, _lastLow, LastVolume) = (open, high, low, volume);

    /// <summary>Further fills are in the last closed candle.</summary>
    public void StayInLast() => (Range, Capacity) = ((_lastHigh, _lastLow), double.PositiveInfinity);

    private void Measure()
    {
        (_above, _below) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (Order order in Orders)
        {
            // A trailing stop moves inside the candle and a market order needs no level: both must always be looked at.
            if (order.Type is OrderType.TrailingStop or OrderType.Market)
                (_above, _below) = (double.NegativeInfinity, double.PositiveInfinity);
            else if (order.WaitsAbove)
                _above = Math.Min(_above, order.Level);
            else
                _below = Math.Max(_below, order.Level);
        }

        _measured = Symbol.Version;
    }
}
