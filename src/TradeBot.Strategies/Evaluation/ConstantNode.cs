namespace TradeBot.Strategies;

/// <summary>A number that never changes.</summary>
internal sealed class ConstantNode : Node
{
    public ConstantNode(double value) => Value = value;

    public override void Step()
    {
    }
}
