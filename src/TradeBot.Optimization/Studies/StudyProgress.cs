namespace TradeBot.Optimization;

/// <summary>How far a study is.</summary>
/// <param name="Ended">Trials that have ended, in whatever state.</param>
/// <param name="Total">Trials that will be made; for a sampler that may stop early, at most.</param>
/// <param name="Failed">Trials that threw.</param>
/// <param name="Best">The best trial so far; null before the first complete one.</param>
public sealed record StudyProgress(int Ended, int Total, int Failed, Trial? Best);
