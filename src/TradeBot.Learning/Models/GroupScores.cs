namespace TradeBot.Learning;

/// <summary>The scores of some of the judged rows.</summary>
/// <param name="Name">Which.</param>
/// <param name="Scores">How they were foretold.</param>
public sealed record GroupScores(string Name, Scores Scores);
