namespace TradeBot.Strategies;

/// <summary>How many steps ago a condition was last true; unknown before it ever was.</summary>
internal sealed class SinceNode(Node condition) : Node
{
    public override void Step() => Value = condition.Value == 1 ? 0 : Value + 1;
}
