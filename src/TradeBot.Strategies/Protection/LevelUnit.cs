namespace TradeBot.Strategies;

/// <summary>How a protective level is measured.</summary>
public enum LevelUnit
{
    /// <summary>There is no level.</summary>
    None,

    /// <summary>A distance from the entry price, in quote currency.</summary>
    Distance,

    /// <summary>A fraction of the entry price: 0.02 is 2 %.</summary>
    Fraction,

    /// <summary>A price, in quote currency.</summary>
    Price,
}
