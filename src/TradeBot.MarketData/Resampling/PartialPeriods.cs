namespace TradeBot.MarketData;

/// <summary>What becomes of a first or last longer candle of which the record may have a part only.</summary>
public enum PartialPeriods
{
    /// <summary>It is left out: its open, extremes, close and volume may be of a part.</summary>
    Drop,

    /// <summary>It is kept, made of what is there.</summary>
    Keep,
}
