namespace TradeBot.Learning;

/// <summary>How a replay deprived a value of its future.</summary>
public enum LeakageCheck
{
    /// <summary>The feature was given candles one by one, as they close.</summary>
    Streamed,

    /// <summary>The series ended with the row's candle.</summary>
    Truncated,

    /// <summary>Every candle after the row's was changed; for a label, every candle that opens after the end of its span.</summary>
    Perturbed,
}
