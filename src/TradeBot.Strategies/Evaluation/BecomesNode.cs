namespace TradeBot.Strategies;

/// <summary>Whether a condition is true now and was false one step ago.</summary>
internal sealed class BecomesNode(Node condition) : Node
{
    private double _before = double.NaN;

    public override void Step()
    {
        Value = Truth.And(condition.Value, Truth.Not(_before));
        _before = condition.Value;
    }
}
