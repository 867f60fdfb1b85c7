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

    /// <summary>The price that it shows, as an estimate.</summary>
    public readonly double Estimate(Instrument instrument) => EstimateOf(instrument, Shown, Met);

    /// <summary>A price as an estimate: to the last bit the one that was met where neither slippage nor a tick changed it, so that levels measured from it scale with prices.</summary>
    public static double EstimateOf(Instrument instrument, decimal price, double met) =>
        !instrument.HasTick && (decimal)met == price ? met : (double)price;

    public readonly decimal SignedQuantity => Side == OrderSide.Buy ? Quantity : -Quantity;

    /// <summary>Slippage beyond what the candle ranged.</summary>
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

    /// <summary>What the price paid is worse than the price met.</summary>
    private readonly decimal CostOf(Instrument instrument, decimal value)
    {
        decimal met = (decimal)Met;
        if (met == 0 || met == Paid)
            return 0;
        decimal worse = value - instrument.ValueOf(Quantity, met);
        return Math.Max(0m, Side == OrderSide.Buy == instrument.IsInverse ? -worse : worse);
    }
}
