namespace TradeBot.Sessions;

/// <summary>What a session may do.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>state</term><description>what passes the risk gate</description></listheader>
/// <item><term>Disabled</term><description>the start: candles are watched, nothing is ordered</description></item>
/// <item><term>Active</term><description>whatever limits and margin allow</description></item>
/// <item><term>Reducing</term><description>only what makes a position smaller; working orders that would make one larger are cancelled</description></item>
/// <item><term>Halted</term><description>nothing: everything has been cancelled and closed, what a late fill leaves is closed too, and it stays so, also after a restart, until a person resumes</description></item>
/// </list>
/// What makes a position smaller passes in every state, through the same gate.
/// </remarks>
public enum TradingState
{
    /// <summary>Nothing has been allowed yet.</summary>
    Disabled,

    /// <summary>The strategy trades.</summary>
    Active,

    /// <summary>Positions may only become smaller.</summary>
    Reducing,

    /// <summary>The kill switch has been used.</summary>
    Halted,
}
