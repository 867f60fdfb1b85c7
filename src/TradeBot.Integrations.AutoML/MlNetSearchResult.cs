using TradeBot.Learning;

namespace TradeBot.Integrations.AutoML;

/// <summary>What a search found.</summary>
/// <param name="Best">The best pipeline as a way of learning, to be compared with others on rows of their own.</param>
/// <param name="Leaderboard">Every trial that ran, the best first: their number is what luck is judged by.</param>
public sealed record MlNetSearchResult(ITrainer Best, IReadOnlyList<MlNetTrial> Leaderboard)
{
    /// <summary>How many trials there were, those that failed included.</summary>
    public int Trials => Leaderboard.Count;
}
