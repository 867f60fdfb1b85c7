namespace TradeBot.Learning;

/// <summary>How far a search is.</summary>
/// <param name="Ended">Trials that have ended, in whatever state.</param>
/// <param name="Total">Trials that will be made at most.</param>
/// <param name="Failed">Trials that threw.</param>
/// <param name="Elapsed">Since the search began.</param>
/// <param name="Leaders">The best trials so far, at most ten.</param>
[TypeFormatterSource]
public sealed record AutoMlProgress(int Ended, int Total, int Failed, TimeSpan Elapsed, IReadOnlyList<LeaderboardEntry> Leaders)
{
    /// <summary>Counts and the leader in one line.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Ended:N0} of {Total:N0} trials, {Failed:N0} failed{(Leaders is [LeaderboardEntry first, ..] ? FormattableString.Invariant($", best {first.Value:0.0000}: {first.Trainer} on {first.Features}") : "")}");
}
