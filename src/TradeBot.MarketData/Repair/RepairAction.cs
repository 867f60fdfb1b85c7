namespace TradeBot.MarketData;

/// <summary>What a repair did to one candle.</summary>
public enum RepairAction
{
    /// <summary>Dropped.</summary>
    Dropped,

    /// <summary>Dropped in favour of another with the same open time.</summary>
    Merged,

    /// <summary>Moved to its place in time order; values unchanged.</summary>
    Moved,

    /// <summary>Added from a source.</summary>
    Added,

    /// <summary>Replaced with the values of a source.</summary>
    Replaced,

    /// <summary>Filled in from the previous candle and marked as synthetic.</summary>
    Filled,
}
