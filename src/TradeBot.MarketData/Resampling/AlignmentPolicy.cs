namespace TradeBot.MarketData;

/// <summary>How to treat a time at which only some symbols have a candle.</summary>
public enum AlignmentPolicy
{
    /// <summary>Inner join: keep only times that every symbol has.</summary>
    Inner,

    /// <summary>Outer join: the absent candle is NaN in every column.</summary>
    Outer,

    /// <summary>
    /// Outer join with forward fill: the absent candle has the last close as its prices and no volume, and is marked as
    /// synthetic and as not present. Before a symbol's first candle it is NaN.
    /// </summary>
    ForwardFill,
}
