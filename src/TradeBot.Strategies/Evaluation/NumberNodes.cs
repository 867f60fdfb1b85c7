using TradeBot.Statistics;

namespace TradeBot.Strategies;

/// <summary>A number that never changes.</summary>
internal sealed class ConstantNode : Node
{
    public ConstantNode(double value) => Value = value;

    public override void Step()
    {
    }
}

/// <summary>One of the four arithmetic operations.</summary>
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

/// <summary>A function of one value, without memory.</summary>
internal sealed class FunctionNode(Func<double, double> function, Node source) : Node
{
    public override void Step() => Value = function(source.Value);
}

/// <summary>A function of two values, without memory.</summary>
internal sealed class PairNode(Func<double, double, double> function, Node left, Node right) : Node
{
    public override void Step() => Value = function(left.Value, right.Value);
}

/// <summary>A value as it was n steps ago.</summary>
internal sealed class ShiftNode : Node
{
    private readonly Node _source;
    private readonly double[] _ring;
    private int _next;

    public ShiftNode(Node source, int steps)
    {
        _source = source;
        _ring = new double[steps];
        Array.Fill(_ring, double.NaN);
    }

    public override void Step()
    {
        Value = _ring[_next];
        _ring[_next] = _source.Value;
        if (++_next == _ring.Length)
            _next = 0;
    }
}

/// <summary>A value as it was when a condition was last true; unknown before that.</summary>
internal sealed class CaptureNode(Node condition, Node source) : Node
{
    public override void Step()
    {
        if (condition.Value == 1)
            Value = source.Value;
    }
}

/// <summary>Number of steps since a condition was last true; unknown before that.</summary>
internal sealed class SinceNode(Node condition) : Node
{
    public override void Step() => Value = condition.Value == 1 ? 0 : Value + 1;
}

/// <summary>Expanding z-score: distance of a value from the mean of all so far, including itself, in their standard deviations, dividing by n.</summary>
/// <remarks>NaN gives NaN and is otherwise ignored. Source: Welford, <i>Technometrics</i> 4(3), 1962.</remarks>
internal sealed class ExpandingZScoreNode(Node source) : Node
{
    private RunningMoments _seen;

    public override void Step()
    {
        double value = source.Value;
        Value = double.NaN;
        if (double.IsNaN(value))
            return;

        _seen.Add(value);
        if (_seen.Squares > 0)
            Value = (value - _seen.Mean) / Math.Sqrt(_seen.Squares / _seen.Weight);
    }
}
