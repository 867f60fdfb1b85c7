namespace TradeBot.Trading;

/// <summary>How far a trailing stop stays behind the best price.</summary>
public readonly record struct Trail
{
    private Trail(TrailUnit unit, double value)
    {
        if (!(value > 0 && double.IsFinite(value)))
            throw new ArgumentOutOfRangeException(nameof(value), value, "The distance of a trailing stop must be positive and finite.");
        (Unit, Value) = (unit, value);
    }

    /// <summary>What the value is measured in.</summary>
    public TrailUnit Unit { get; }

    /// <summary>Positive and finite; 0 when there is no trail.</summary>
    public double Value { get; }

    /// <summary>A fixed distance.</summary>
    /// <param name="value">In quote currency; positive.</param>
    public static Trail Distance(double value) => new(TrailUnit.Distance, value);

    /// <summary>A fraction of the best price.</summary>
    /// <param name="value">0.02 is 2 %; positive.</param>
    public static Trail Fraction(double value) => new(TrailUnit.Fraction, value);

    /// <summary>A number of average true ranges.</summary>
    /// <param name="multiple">Positive.</param>
    public static Trail Atr(double multiple) => new(TrailUnit.AverageTrueRange, multiple);

    /// <summary>The stop behind a best price.</summary>
    internal double Behind(double best, OrderSide side)
    {
        double distance = Unit == TrailUnit.Fraction ? best * Value : Value;
        return side == OrderSide.Sell ? best - distance : best + distance;
    }
}

/// <summary>How the distance of a trailing stop is measured.</summary>
public enum TrailUnit
{
    /// <summary>In quote currency.</summary>
    Distance,

    /// <summary>A fraction of the best price: 0.02 is 2 %.</summary>
    Fraction,

    /// <summary>Multiples of the average true range over 14 candles, at the time of submission.</summary>
    AverageTrueRange,
}
