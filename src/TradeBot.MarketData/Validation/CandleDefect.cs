namespace TradeBot.MarketData;

/// <summary>A defect or notable finding in candle data.</summary>
/// <param name="Symbol">The instrument.</param>
/// <param name="Timeframe">Length of its candles.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Severity">Its severity.</param>
/// <param name="From">Open time of the first affected candle, UTC.</param>
/// <param name="To">End of the affected time, exclusive, UTC.</param>
/// <param name="Count">Number of affected candles: missing ones for gaps, present ones otherwise.</param>
/// <param name="Sentence">Description with the values.</param>
public sealed record CandleDefect(
    string Symbol,
    Timeframe Timeframe,
    DefectKind Kind,
    DefectSeverity Severity,
    DateTime From,
    DateTime To,
    long Count,
    string Sentence)
{
    /// <summary>Symbol, timeframe, severity and sentence.</summary>
    public override string ToString() => $"{Symbol} {Timeframe}, {Severity}: {Sentence}";
}

/// <summary>Kinds of defects in candles.</summary>
public enum DefectKind
{
    /// <summary>A source line could not be read and was dropped.</summary>
    UnreadableRow,

    /// <summary>A candle's open time appears more than once.</summary>
    Duplicate,

    /// <summary>A candle comes after a later one.</summary>
    Disorder,

    /// <summary>An open time is not on the timeframe's grid.</summary>
    OffGrid,

    /// <summary>A price, volume or turnover is not finite. A turnover of NaN means unknown and is not a defect.</summary>
    NotFinite,

    /// <summary>A price is zero or negative.</summary>
    NonPositivePrice,

    /// <summary>The high is below, or the low above, another price of the candle.</summary>
    PriceOrder,

    /// <summary>Volume or turnover is negative.</summary>
    NegativeVolume,

    /// <summary>The turnover is not the traded value: divided by the volume it is not a price between low and high.</summary>
    TurnoverMismatch,

    /// <summary>The last candle had not closed.</summary>
    OpenCandle,

    /// <summary>Longer candles differ from the resampled shorter ones.</summary>
    TimeframeMismatch,

    /// <summary>Gaps of one size at one distance: download pages that were shorter than requested.</summary>
    PagingHoles,

    /// <summary>Candles are missing between two present ones.</summary>
    Gap,

    /// <summary>The same price for many candles although there was volume.</summary>
    StuckPrice,

    /// <summary>The price opens at a simple fraction or multiple of the previous close and stays there: possibly a split.</summary>
    Split,

    /// <summary>An unusually large close-to-close move.</summary>
    Outlier,

    /// <summary>Nothing was traded.</summary>
    ZeroVolume,

    /// <summary>The candle was filled in by a repair.</summary>
    Synthetic,
}

/// <summary>Severity of a defect for results on the data.</summary>
public enum DefectSeverity
{
    /// <summary>For information; the data may be correct.</summary>
    Information,

    /// <summary>Results near it may be wrong.</summary>
    Warning,

    /// <summary>The data is wrong: repair it before use.</summary>
    Error,
}
