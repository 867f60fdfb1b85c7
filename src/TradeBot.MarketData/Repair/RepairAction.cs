namespace TradeBot.MarketData;

/// <summary>What a repair did to one candle.</summary>
public enum RepairAction
{
    /// <summary>Taken out.</summary>
    Dropped,

    /// <summary>Taken out in favour of another of the same open time.</summary>
    Merged,

    /// <summary>Put in its place in the order of time; the values are unchanged.</summary>
    Moved,

    /// <summary>Put in from a source.</summary>
    Added,

    /// <summary>Given the values that a source has.</summary>
    Replaced,

    /// <summary>Made up from the candle before and marked as synthetic.</summary>
    Filled,
}
