namespace TradeBot.Learning;

/// <summary>What a model is, or may be, used for. Each use includes those before it.</summary>
public enum ModelUse
{
    /// <summary>Research: charts, backtests, comparisons.</summary>
    Research = 0,

    /// <summary>Paper trading.</summary>
    Paper = 1,

    /// <summary>Live trading with money.</summary>
    Live = 2,
}

/// <summary>A promotion or rollback: another version serves a use.</summary>
/// <param name="Time">When, UTC.</param>
/// <param name="Use">The use.</param>
/// <param name="Version">The version that serves it from then on; null when none does.</param>
/// <param name="IsRollback">True for a rollback.</param>
/// <param name="Reason">The reason given.</param>
public sealed record ModelPromotion(DateTime Time, ModelUse Use, int? Version, bool IsRollback, string Reason)
{
    /// <summary>Such as <c>2026-01-05 14:30 UTC: live is version 3: beat version 2 for a month</c>.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Time:yyyy-MM-dd HH:mm} UTC: {Use.ToString().ToLowerInvariant()} is {(Version is int version ? $"version {version}{(IsRollback ? " again" : "")}" : "nothing")}: {Reason}");
}
