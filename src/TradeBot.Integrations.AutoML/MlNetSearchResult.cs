using TradeBot.Learning;

namespace TradeBot.Integrations.AutoML;

/// <summary>What a search found.</summary>
/// <param name="Best">The best pipeline as a trainer, to be compared with others on other rows.</param>
/// <param name="Leaderboard">Every trial that ran, the best first: the best of many is partly luck, and their number says how much.</param>
public sealed record MlNetSearchResult(ITrainer Best, IReadOnlyList<MlNetTrial> Leaderboard)
{
    /// <summary>How many trials there were, those that failed included.</summary>
    public int Trials => Leaderboard.Count;
}
