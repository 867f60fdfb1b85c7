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
            Value = a == b ? KleeneLogic.Of(orEqual) : double.NaN;
    }
}

/// <summary>Left is above right now but was not one step ago; for either direction, also left below right now but not one step ago.</summary>
internal sealed class CrossNode(Node left, Node right, bool either) : Node
{
    private double _left = double.NaN;
    private double _right = double.NaN;

    public override void Step()
    {
        double a = left.Value, b = right.Value;
        double upwards = KleeneLogic.And(KleeneLogic.Above(a, b), KleeneLogic.Not(KleeneLogic.Above(_left, _right)));
        Value = either
            ? KleeneLogic.Or(upwards, KleeneLogic.And(KleeneLogic.Above(b, a), KleeneLogic.Not(KleeneLogic.Above(_right, _left))))
            : upwards;
        (_left, _right) = (a, b);
    }
}

/// <summary>Logical and, or logical or.</summary>
internal sealed class LogicNode(bool isAnd, Node left, Node right) : Node
{
    public override void Step() =>
        Value = isAnd ? KleeneLogic.And(left.Value, right.Value) : KleeneLogic.Or(left.Value, right.Value);
}

/// <summary>Logical not.</summary>
internal sealed class NotNode(Node source) : Node
{
    public override void Step() => Value = KleeneLogic.Not(source.Value);
}

/// <summary>Whether a condition is true now and was false one step ago.</summary>
internal sealed class BecomesNode(Node condition) : Node
{
    private double _before = double.NaN;

    public override void Step()
    {
        Value = KleeneLogic.And(condition.Value, KleeneLogic.Not(_before));
        _before = condition.Value;
    }
}

/// <summary>True at every n-th step, the first included.</summary>
internal sealed class EveryNode(int steps) : Node
{
    private int _left;

    public override void Step()
    {
        Value = KleeneLogic.Of(_left == 0);
        _left = _left == 0 ? steps - 1 : _left - 1;
    }
}

/// <summary>Whether a condition was true at any of the last n steps, including the current one; before the first step it was unknown.</summary>
internal sealed class WithinNode(Node condition, int steps) : Node
{
    private int _sinceTrue = int.MaxValue / 2;
    private int _sinceUnknown;

    public override void Step()
    {
        double value = condition.Value;
        _sinceTrue = value == 1 ? 0 : Math.Min(_sinceTrue + 1, int.MaxValue / 2);
        _sinceUnknown = double.IsNaN(value) ? 0 : Math.Min(_sinceUnknown + 1, int.MaxValue / 2);
        if (_sinceTrue < steps)
            Value = 1;
        else
            Value = _sinceUnknown < steps ? double.NaN : 0;
    }
}

/// <summary>Whether a condition was true at k or more of the last n steps; before the first step it was unknown.</summary>
internal sealed class TimesNode : Node
{
    private readonly Node _condition;
    private readonly double[] _ring;
    private readonly int _times;
    private int _next;
    private int _true;
    private int _unknown;

    public TimesNode(Node condition, int times, int steps)
    {
        (_condition, _times, _ring, _unknown) = (condition, times, new double[steps], steps);
        Array.Fill(_ring, double.NaN);
    }

    public override void Step()
    {
        Count(_ring[_next], -1);
        Count(_ring[_next] = _condition.Value, 1);
        if (++_next == _ring.Length)
            _next = 0;
        Value = KleeneLogic.Decide(_true, _unknown, _times);
    }

    private void Count(double value, int by)
    {
        if (value == 1)
            _true += by;
        else if (double.IsNaN(value))
            _unknown += by;
    }
}
