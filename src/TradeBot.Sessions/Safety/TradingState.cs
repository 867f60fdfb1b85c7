namespace TradeBot.Sessions;

/// <summary>What a session may do.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>state</term><description>what passes the risk gate</description></listheader>
/// <item><term>Disabled</term><description>nothing: the initial state, in which candles are received and no orders are sent</description></item>
/// <item><term>Active</term><description>everything that limits and margin allow</description></item>
/// <item><term>Reducing</term><description>only orders that reduce a position; working orders that would increase one are cancelled</description></item>
/// <item><term>Halted</term><description>nothing: all orders are cancelled and all positions closed, also those of late fills, until a person resumes; a restart does not change it</description></item>
/// </list>
/// Orders that reduce a position pass in every state, through the same gate.
/// </remarks>
public enum TradingState
{
    /// <summary>Trading has not been allowed yet.</summary>
    Disabled,

    /// <summary>The strategy trades.</summary>
    Active,

    /// <summary>Positions may only be reduced.</summary>
    Reducing,

    /// <summary>The kill switch has been used.</summary>
    Halted,
}
