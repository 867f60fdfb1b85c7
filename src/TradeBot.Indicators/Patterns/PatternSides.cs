namespace TradeBot.Indicators.Patterns;

/// <summary>What a match of a pattern says.</summary>
internal enum PatternSides
{
    /// <summary>1 where the test holds.</summary>
    Bullish,

    /// <summary>−1 where the test holds of the mirrored candles.</summary>
    Bearish,

    /// <summary>Either.</summary>
    Both,
}
