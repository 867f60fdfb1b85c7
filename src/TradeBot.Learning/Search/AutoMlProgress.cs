namespace TradeBot.Learning;

/// <summary>Progress of a search.</summary>
/// <param name="Ended">Finished trials, in any state.</param>
/// <param name="Total">Maximum number of trials.</param>
/// <param name="Failed">Failed trials.</param>
/// <param name="Elapsed">Since the search began.</param>
/// <param name="Leaders">The best trials so far, at most ten.</param>
[TypeFormatterSource]
public sealed record AutoMlProgress(int Ended, int Total, int Failed, TimeSpan Elapsed, IReadOnlyList<LeaderboardEntry> Leaders)
{
    /// <summary>Counts and the leader in one line.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Ended:N0} of {Total:N0} trials, {Failed:N0} failed{(Leaders is [LeaderboardEntry first, ..] ? FormattableString.Invariant($", best {first.Value:0.0000}: {first.Trainer} on {first.Features}") : "")}");
}
