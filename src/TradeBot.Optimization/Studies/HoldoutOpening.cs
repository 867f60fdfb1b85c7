namespace TradeBot.Optimization;

/// <summary>That a locked stretch of data was looked at.</summary>
/// <param name="DataHash">Content hash of the whole data set.</param>
/// <param name="Time">When, UTC.</param>
/// <param name="Reason">Why, as the one who opened it said.</param>
public sealed record HoldoutOpening(string DataHash, DateTime Time, string Reason)
{
    /// <summary>Such as <c>opened 2026-01-05 14:30 UTC: final check before paper trading</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"opened {Time:yyyy-MM-dd HH:mm} UTC: {Reason}");
}
