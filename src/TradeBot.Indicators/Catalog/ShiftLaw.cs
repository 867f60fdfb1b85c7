namespace TradeBot.Indicators;

/// <summary>What becomes of an output when a constant is added to every price.</summary>
public enum ShiftLaw
{
    /// <summary>Nothing can be said.</summary>
    None,

    /// <summary>It stays as it is: the output depends on differences of prices alone.</summary>
    Unchanged,

    /// <summary>The constant is added to it: the output is itself a price.</summary>
    Follows,
}
