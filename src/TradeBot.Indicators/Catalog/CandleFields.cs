namespace TradeBot.Indicators;

/// <summary>Which columns of a candle an indicator reads.</summary>
[Flags]
public enum CandleFields
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>First price.</summary>
    Open = 1,

    /// <summary>Highest price.</summary>
    High = 2,

    /// <summary>Lowest price.</summary>
    Low = 4,

    /// <summary>Last price.</summary>
    Close = 8,

    /// <summary>Traded quantity.</summary>
    Volume = 16,

    /// <summary>Open time: the indicator follows the clock or the calendar, so that a gap in time matters to it.</summary>
    OpenTime = 32,

    /// <summary>High and low.</summary>
    Range = High | Low,

    /// <summary>High, low and close.</summary>
    RangeAndClose = High | Low | Close,

    /// <summary>Open, high, low and close.</summary>
    Prices = Open | High | Low | Close,
}
