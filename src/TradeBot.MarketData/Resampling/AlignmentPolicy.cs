namespace TradeBot.MarketData;

/// <summary>What becomes of a time at which some symbols have a candle and others have none.</summary>
public enum AlignmentPolicy
{
    /// <summary>The time is left out: only times that every symbol has remain.</summary>
    Inner,

    /// <summary>The time stays; the absent candle is NaN in every column.</summary>
    Outer,

    /// <summary>
    /// The time stays; the absent candle has the last close as its prices and no volume, and is marked as
    /// synthetic and as not present. Before a symbol's first candle it is NaN.
    /// </summary>
    ForwardFill,
}
