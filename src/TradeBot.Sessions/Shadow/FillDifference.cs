namespace TradeBot.Sessions;

/// <summary>Why a fill of a session differs from its backtest.</summary>
public enum DifferenceCause
{
    /// <summary>It is the same as in the backtest.</summary>
    None,

    /// <summary>Another price.</summary>
    Price,

    /// <summary>Another time.</summary>
    Time,

    /// <summary>Another quantity.</summary>
    Size,

    /// <summary>Another fee, relative to the value traded.</summary>
    Fee,

    /// <summary>A candle was late, missing or stale when the session decided.</summary>
    MissedCandle,

    /// <summary>A limit, the margin or the venue refused the order.</summary>
    Refusal,

    /// <summary>A person or the kill switch stopped trading or closed positions.</summary>
    Intervention,

    /// <summary>It follows from an earlier difference: the positions were no longer the same.</summary>
    Consequence,

    /// <summary>Nothing in the journal explains it.</summary>
    Unexplained,
}

/// <summary>A fill of a session and the matching fill of its backtest.</summary>
/// <param name="Symbol">The exchange's name.</param>
/// <param name="Actual">The fill of the session; null if it has none.</param>
/// <param name="Expected">The fill of the backtest; null if it has none.</param>
/// <param name="Cause">Why they differ: the most important reason.</param>
/// <param name="Explanation">The explanation as a sentence; empty if they are the same.</param>
public sealed record FillDifference(string Symbol, SessionFill? Actual, SessionFill? Expected, DifferenceCause Cause, string Explanation);
