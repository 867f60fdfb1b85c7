namespace TradeBot.Strategies;

/// <summary>And, or or.</summary>
internal sealed class LogicNode(bool isAnd, Node left, Node right) : Node
{
    public override void Step() =>
        Value = isAnd ? Truth.And(left.Value, right.Value) : Truth.Or(left.Value, right.Value);
}
