namespace TradeBot.MarketData;

/// <summary>Which of several candles with one open time remains.</summary>
public enum DuplicateRule
{
    /// <summary>The one with the largest volume, of equals the last: a candle fetched before its close has less than the whole.</summary>
    LargestVolume,

    /// <summary>The first in the source.</summary>
    First,

    /// <summary>The last in the source.</summary>
    Last,
}
