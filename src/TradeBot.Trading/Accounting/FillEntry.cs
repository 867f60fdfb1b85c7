using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>A <see cref="Fill"/> as the log keeps it: what cannot be computed from the rest, and no references.</summary>
internal struct FillEntry
{
    public decimal Quantity, Fee;

    /// <summary>The price paid or received, and the last price inside the candle on the way to it, which the fill shows.</summary>
    public decimal Paid, Shown;

    /// <summary>The price met, before slippage.</summary>
    public double Met;

    /// <summary>Milliseconds since 1970-01-01 UTC.</summary>
    public long Time;

    public long Order;
    public int Book;
    public OrderSide Side;
    public FillKind Kind;
    public bool IsMaker;

    /// <summary>Why it makes a position smaller, when <see cref="Reduces"/> says that it does.</summary>
    public ExitReason Reason;

    public bool Reduces;

    /// <summary>Whether it happened inside a candle rather than at its open.</summary>
    public bool IsInside;

    /// <summary>
    /// A price that a fill shows as an estimate: exactly the one that was met, or the end of the candle's range,
    /// where it is that without a tick. Levels that are measured from it then scale with prices.
    /// </summary>
    /// <param name="instrument">Of the symbol.</param>
    /// <param name="price">What the fill shows.</param>
    /// <param name="met">The price met, before slippage.</param>
    /// <param name="high">The highest price of the candle; NaN where it is not known.</param>
    /// <param name="low">The lowest.</param>
    public static double EstimateOf(Instrument instrument, decimal price, double met, double high = double.NaN, double low = double.NaN)
    {
        if (instrument.HasTick)
            return (double)price;
        double estimate = (double)price;
        if (IsNear(met, estimate) && (decimal)met == price)
            return met;
        if (IsNear(high, estimate) && (instrument.FloorPrice(high) == price || instrument.RoundPrice(high) == price))
            return high;
        return IsNear(low, estimate) && (instrument.CeilingPrice(low) == price || instrument.RoundPrice(low) == price) ? low : estimate;
    }

    /// <summary>Whether two prices may be the same in the 15 digits of a decimal; a comparison of decimals costs far more.</summary>
    private static bool IsNear(double price, double other) => price > 0 && Math.Abs(price - other) <= 1e-13 * other;

    public readonly decimal SignedQuantity => Side == OrderSide.Buy ? Quantity : -Quantity;

    /// <summary>Slippage beyond the candle's range.</summary>
    /// <param name="instrument">Of its symbol.</param>
    /// <param name="value">Value at the price paid.</param>
    public readonly decimal Impact(Instrument instrument, decimal value) =>
        Shown == Paid ? 0 : Math.Abs(value - instrument.ValueOf(Quantity, Shown));

    public readonly Fill ToFill(Instrument instrument)
    {
        decimal value = instrument.ValueOf(Quantity, Paid);
        return new Fill(
            UnixTime.ToDateTime(Time), instrument.Symbol, Side, Quantity, Shown, Fee, CostOf(instrument, value), Order, IsMaker, Kind,
            instrument.IsInverse ? instrument.ContractValue : 0m, Impact(instrument, value), Reduces ? Reason : null);
    }

    /// <summary>How much worse the price paid is than the price met.</summary>
    private readonly decimal CostOf(Instrument instrument, decimal value)
    {
        decimal met = (decimal)Met;
        if (met == 0 || met == Paid)
            return 0;
        decimal worse = value - instrument.ValueOf(Quantity, met);
        return Math.Max(0m, Side == OrderSide.Buy == instrument.IsInverse ? -worse : worse);
    }
}
