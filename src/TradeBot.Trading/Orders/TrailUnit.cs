namespace TradeBot.Trading;

/// <summary>How the distance of a trailing stop is measured.</summary>
public enum TrailUnit
{
    /// <summary>In quote currency.</summary>
    Distance,

    /// <summary>A fraction of the best price: 0.02 is 2 %.</summary>
    Fraction,

    /// <summary>Multiples of the average true range over 14 candles, as it stood when the order was submitted.</summary>
    AverageTrueRange,
}
