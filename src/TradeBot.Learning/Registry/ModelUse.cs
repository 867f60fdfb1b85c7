namespace TradeBot.Learning;

/// <summary>What a model may be, or is, used for. Each includes those before it.</summary>
public enum ModelUse
{
    /// <summary>Looked at: charts, backtests, comparisons.</summary>
    Research = 0,

    /// <summary>Trading without money.</summary>
    Paper = 1,

    /// <summary>Trading with money.</summary>
    Live = 2,
}

/// <summary>That another version came to serve a use.</summary>
/// <param name="Time">When, UTC.</param>
/// <param name="Use">The use.</param>
/// <param name="Version">The version that serves it since; null when none does.</param>
/// <param name="IsRollback">True when it is the version that served before.</param>
/// <param name="Reason">Why, as the one who decided said.</param>
public sealed record ModelPromotion(DateTime Time, ModelUse Use, int? Version, bool IsRollback, string Reason)
{
    /// <summary>Such as <c>2026-01-05 14:30 UTC: live is version 3: beat version 2 for a month</c>.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Time:yyyy-MM-dd HH:mm} UTC: {Use.ToString().ToLowerInvariant()} is {(Version is int version ? $"version {version}{(IsRollback ? " again" : "")}" : "nothing")}: {Reason}");
}
