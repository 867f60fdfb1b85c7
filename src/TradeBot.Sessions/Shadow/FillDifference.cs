namespace TradeBot.Sessions;

/// <summary>Why a fill of a session is not as in its backtest.</summary>
public enum DifferenceCause
{
    /// <summary>It is as in the backtest.</summary>
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

    /// <summary>A limit, the margin or the venue refused it.</summary>
    Refusal,

    /// <summary>A person, or the kill switch, had stopped or closed something.</summary>
    Intervention,

    /// <summary>It follows from an earlier difference: what was held was no longer the same.</summary>
    Consequence,

    /// <summary>Nothing that was noted explains it.</summary>
    Unexplained,
}

/// <summary>A fill of a session beside the fill of its backtest.</summary>
/// <param name="Symbol">The exchange's name.</param>
/// <param name="Actual">Of the session; null where it has none.</param>
/// <param name="Expected">Of the backtest; null where it has none.</param>
/// <param name="Cause">Why they differ, the weightiest reason first found.</param>
/// <param name="Explanation">A sentence; empty where they are the same.</param>
public sealed record FillDifference(string Symbol, SessionFill? Actual, SessionFill? Expected, DifferenceCause Cause, string Explanation);
