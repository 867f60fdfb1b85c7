using TradeBot.MarketData;
using TradeBot.Optimization;

namespace TradeBot;

/// <summary>The holdout of a series: its last candles are locked, research uses the candles before them, and each opening is recorded.</summary>
public static class HoldoutExtensions
{
    /// <summary>Locks the last share of a series, or confirms the lock, and returns the candles before it for research.</summary>
    /// <param name="candles">The whole series.</param>
    /// <param name="share">The share that is locked, in (0, 1).</param>
    /// <param name="register">Records locks and openings; null for the register next to the shared ledger.</param>
    /// <exception cref="InvalidOperationException">The series is locked from another candle.</exception>
    public static CandleSeries HoldOut(this CandleSeries candles, double share = 0.2, Holdout? register = null)
    {
        ArgumentNullException.ThrowIfNull(candles);
        using Holdout? shared = register is null ? Holdout.OpenShared() : null;
        return candles.Slice(0, (register ?? shared!).Lock(candles.ContentHash, candles.Count, share, row => candles.Slice(0, row).ContentHash));
    }

    /// <summary>Opens the holdout of a series. Time and reason are on disk before this returns, and every later report on this data shows them.</summary>
    /// <param name="candles">The whole series.</param>
    /// <param name="reason">Why, in words.</param>
    /// <param name="register">The register in which it was locked; null for the register next to the shared ledger.</param>
    /// <returns>The candles that were locked.</returns>
    /// <exception cref="InvalidOperationException">Nothing is locked.</exception>
    public static CandleSeries OpenHoldout(this CandleSeries candles, string reason, Holdout? register = null)
    {
        ArgumentNullException.ThrowIfNull(candles);
        using Holdout? shared = register is null ? Holdout.OpenShared() : null;
        int first = (register ?? shared!).Unlock(candles.ContentHash, reason);
        return candles.Slice(first, candles.Count - first);
    }
}
