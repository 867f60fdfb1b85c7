namespace TradeBot.Strategies;

/// <summary>A function of two values, without memory.</summary>
internal sealed class PairNode(Func<double, double, double> function, Node left, Node right) : Node
{
    public override void Step() => Value = function(left.Value, right.Value);
}
