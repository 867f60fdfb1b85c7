namespace TradeBot.Sessions;

/// <summary>What was wrong with a candle, or that an expected one did not arrive.</summary>
public enum CandleFault
{
    /// <summary>It arrived after its moment was decided: the strategy sees it before its next decision.</summary>
    Late,

    /// <summary>Candles before it are missing; the market may have had none.</summary>
    Missing,

    /// <summary>It closed before with different values: the first values stay.</summary>
    Revised,

    /// <summary>It closed before with the same values.</summary>
    Repeated,

    /// <summary>It arrived after a later candle of its feed and is not shown.</summary>
    OutOfOrder,

    /// <summary>Its time is not on the grid of its timeframe, or its prices are inconsistent.</summary>
    Unusable,

    /// <summary>A feed delivered no candle until the patience for the moment ended.</summary>
    Absent,

    /// <summary>A feed has delivered nothing for longer than the limits allow.</summary>
    Stale,
}

/// <summary>A notice about a late, missing or wrong candle of a session.</summary>
/// <param name="Fault">The kind of notice.</param>
/// <param name="Symbol">Symbol of the feed.</param>
/// <param name="Timeframe">Timeframe of the feed.</param>
/// <param name="Time">Open time of the candle, or the moment that was decided without it, UTC.</param>
/// <param name="Text">The description, as a sentence.</param>
public sealed record CandleNotice(CandleFault Fault, string Symbol, string Timeframe, DateTime Time, string Text);
