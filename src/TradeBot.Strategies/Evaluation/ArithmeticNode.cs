namespace TradeBot.Strategies;

/// <summary>One of the four operations.</summary>
internal sealed class ArithmeticNode(ArithmeticOperator @operator, Node left, Node right) : Node
{
    public override void Step()
    {
        double a = left.Value, b = right.Value;
        Value = @operator switch
        {
            ArithmeticOperator.Add => a + b,
            ArithmeticOperator.Subtract => a - b,
            ArithmeticOperator.Multiply => a * b,
            _ => b == 0 ? double.NaN : a / b,
        };
    }
}
