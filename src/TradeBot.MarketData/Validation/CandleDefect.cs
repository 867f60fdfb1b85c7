namespace TradeBot.MarketData;

/// <summary>Something wrong, or worth knowing, in candle data.</summary>
/// <param name="Symbol">The instrument.</param>
/// <param name="Timeframe">Length of its candles.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Severity">What it means for results.</param>
/// <param name="From">Open time of the first candle concerned, UTC.</param>
/// <param name="To">End of the time concerned, exclusive, UTC.</param>
/// <param name="Count">How many candles are concerned: missing ones for gaps, present ones otherwise.</param>
/// <param name="Sentence">What was found, with the values, for a person.</param>
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

/// <summary>What can be wrong with candles.</summary>
public enum DefectKind
{
    /// <summary>A line of the source could not be read and was left out.</summary>
    UnreadableRow,

    /// <summary>A candle's open time appears more than once.</summary>
    Duplicate,

    /// <summary>A candle stands after a later one.</summary>
    Disorder,

    /// <summary>An open time is not on the timeframe's grid.</summary>
    OffGrid,

    /// <summary>A price, volume or turnover is not finite. A turnover of NaN means not stated, and is none.</summary>
    NotFinite,

    /// <summary>A price is zero or negative.</summary>
    NonPositivePrice,

    /// <summary>The high is below, or the low above, another price of the candle.</summary>
    PriceOrder,

    /// <summary>Volume or turnover is negative.</summary>
    NegativeVolume,

    /// <summary>The turnover is not the traded value: over the volume it is no price between low and high.</summary>
    TurnoverMismatch,

    /// <summary>The last candle had not closed.</summary>
    OpenCandle,

    /// <summary>Longer candles differ from what the shorter ones make.</summary>
    TimeframeMismatch,

    /// <summary>Holes of one size at one distance: pages of a download that came back shorter than asked for.</summary>
    PagingHoles,

    /// <summary>Candles are missing between two present ones.</summary>
    Gap,

    /// <summary>One price for many candles although something was traded.</summary>
    StuckPrice,

    /// <summary>The price opens at a simple fraction or multiple of the close before, and stays there: perhaps a split.</summary>
    Split,

    /// <summary>A close-to-close move far beyond the usual.</summary>
    Outlier,

    /// <summary>Nothing was traded.</summary>
    ZeroVolume,

    /// <summary>The candle was made up by a repair.</summary>
    Synthetic,
}

/// <summary>What a defect means for results on the data.</summary>
public enum DefectSeverity
{
    /// <summary>Worth knowing; the data may be right.</summary>
    Information,

    /// <summary>Results may be wrong around it.</summary>
    Warning,

    /// <summary>The data is wrong: repair it before use.</summary>
    Error,
}
