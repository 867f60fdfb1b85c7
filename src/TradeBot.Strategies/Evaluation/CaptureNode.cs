namespace TradeBot.Strategies;

/// <summary>A value as it was when a condition was last true; unknown before it ever was.</summary>
internal sealed class CaptureNode(Node condition, Node source) : Node
{
    public override void Step()
    {
        if (condition.Value == 1)
            Value = source.Value;
    }
}
