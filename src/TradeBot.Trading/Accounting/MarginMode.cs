namespace TradeBot.Trading;

/// <summary>What stands for a position; the rules are those of <see cref="Margin"/>.</summary>
public enum MarginMode
{
    /// <summary>All of the account's equity.</summary>
    Cross,

    /// <summary>The margin that was set aside for it when it was opened, and no more.</summary>
    Isolated,
}
