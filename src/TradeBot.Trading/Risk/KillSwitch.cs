namespace TradeBot.Trading;

/// <summary>What happens when equity has fallen from its peak as far as a policy allows.</summary>
public enum KillSwitch
{
    /// <summary>What is held stays; nothing makes it larger for the rest of the run.</summary>
    Block,

    /// <summary>Everything is closed at the next opens, and nothing is opened for the rest of the run.</summary>
    Flatten,
}
