namespace TradeBot.Sessions;

/// <summary>What was wrong with a candle, or with the silence where one should have been.</summary>
public enum CandleFault
{
    /// <summary>It came after its moment had been decided: the strategy sees it before its next decision.</summary>
    Late,

    /// <summary>Candles before it never came; the market may have had none.</summary>
    Missing,

    /// <summary>It had closed with other values before: the first close stays.</summary>
    Revised,

    /// <summary>It had closed with the same values before.</summary>
    Repeated,

    /// <summary>It came after a later candle of its feed, too late to be shown.</summary>
    OutOfOrder,

    /// <summary>Its time is not on the grid of its timeframe, or its prices contradict each other.</summary>
    Unusable,

    /// <summary>A feed said nothing until the patience for its moment was over.</summary>
    Absent,

    /// <summary>A feed has said nothing for longer than the limits allow.</summary>
    Stale,
}

/// <summary>Something about the candles of a session that a person may want to know.</summary>
/// <param name="Fault">What it is.</param>
/// <param name="Symbol">Of the feed.</param>
/// <param name="Timeframe">Of the feed.</param>
/// <param name="Time">Open time of the candle, or the moment that went without it, UTC.</param>
/// <param name="Text">A sentence.</param>
public sealed record CandleNotice(CandleFault Fault, string Symbol, string Timeframe, DateTime Time, string Text);
