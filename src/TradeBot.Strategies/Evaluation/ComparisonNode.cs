namespace TradeBot.Strategies;

/// <summary>Left greater than right, or at least as great.</summary>
internal sealed class ComparisonNode(Node left, Node right, bool orEqual) : Node
{
    public override void Step()
    {
        double a = left.Value, b = right.Value;
        if (a > b)
            Value = 1;
        else if (a < b)
            Value = 0;
        else
            Value = a == b ? Truth.Of(orEqual) : double.NaN;
    }
}
