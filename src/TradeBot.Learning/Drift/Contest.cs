namespace TradeBot.Learning;

/// <summary>What is known so far of two models that foretell the same rows.</summary>
public enum Contest
{
    /// <summary>Neither is shown to be better; more rows may tell.</summary>
    Open,

    /// <summary>The challenger's losses are smaller.</summary>
    ChallengerBetter,

    /// <summary>The champion's losses are smaller.</summary>
    ChampionBetter,
}
