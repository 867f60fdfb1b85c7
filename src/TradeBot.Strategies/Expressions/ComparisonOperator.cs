namespace TradeBot.Strategies;

/// <summary>How two series are compared.</summary>
public enum ComparisonOperator
{
    /// <summary>Left is greater.</summary>
    Above,

    /// <summary>Left is greater or equal.</summary>
    AtLeast,

    /// <summary>Left is less.</summary>
    Below,

    /// <summary>Left is less or equal.</summary>
    AtMost,

    /// <summary>Left is greater now, and was not one candle ago.</summary>
    CrossesAbove,

    /// <summary>Left is less now, and was not one candle ago.</summary>
    CrossesBelow,

    /// <summary>Left crosses right in either direction.</summary>
    Crosses,
}
