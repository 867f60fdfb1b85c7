using TradeBot.Learning;

namespace TradeBot.Integrations.AutoML;

/// <summary>The result of a search.</summary>
/// <param name="Best">The best pipeline as a trainer, to be compared with others on other rows.</param>
/// <param name="Leaderboard">Every trial that ran, the best first: the best of many is partly luck, and their number says how much.</param>
public sealed record MlNetSearchResult(ITrainer Best, IReadOnlyList<MlNetTrial> Leaderboard)
{
    /// <summary>The number of trials, including failed ones.</summary>
    public int Trials => Leaderboard.Count;
}
