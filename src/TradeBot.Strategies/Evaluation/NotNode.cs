namespace TradeBot.Strategies;

/// <summary>The opposite.</summary>
internal sealed class NotNode(Node source) : Node
{
    public override void Step() => Value = Truth.Not(source.Value);
}
