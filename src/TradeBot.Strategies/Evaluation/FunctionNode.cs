namespace TradeBot.Strategies;

/// <summary>A function of one value, without memory.</summary>
internal sealed class FunctionNode(Func<double, double> function, Node source) : Node
{
    public override void Step() => Value = function(source.Value);
}
