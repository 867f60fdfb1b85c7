namespace TradeBot.Strategies;

/// <summary>Left above right now and not one step ago; or, for either direction, also left below right now and not one step ago.</summary>
internal sealed class CrossNode(Node left, Node right, bool either) : Node
{
    private double _left = double.NaN;
    private double _right = double.NaN;

    public override void Step()
    {
        double a = left.Value, b = right.Value;
        double upwards = Truth.And(Truth.Above(a, b), Truth.Not(Truth.Above(_left, _right)));
        Value = either
            ? Truth.Or(upwards, Truth.And(Truth.Above(b, a), Truth.Not(Truth.Above(_right, _left))))
            : upwards;
        (_left, _right) = (a, b);
    }
}
