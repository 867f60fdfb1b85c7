namespace TradeBot.Learning;

/// <summary>One way of learning in the order of a search.</summary>
/// <param name="Rank">From 1, the best.</param>
/// <param name="Trial">The number of the trial.</param>
/// <param name="Trainer">The method with its parameters.</param>
/// <param name="Features">The name of the set of features.</param>
/// <param name="Value">The score by which trials are ranked.</param>
/// <param name="Scores">All scores on the test rows; null for a trial of an earlier run.</param>
public sealed record LeaderboardEntry(int Rank, int Trial, string Trainer, string Features, double Value, Scores? Scores);
