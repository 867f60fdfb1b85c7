namespace TradeBot.Strategies;

/// <summary>The unit of a protective level.</summary>
public enum LevelUnit
{
    /// <summary>No level.</summary>
    None,

    /// <summary>A distance from the entry price, in quote currency.</summary>
    Distance,

    /// <summary>A fraction of the entry price: 0.02 is 2 %.</summary>
    Fraction,

    /// <summary>A price, in quote currency.</summary>
    Price,
}
