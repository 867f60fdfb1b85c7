namespace TradeBot.Strategies;

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
        Value = Votes.Decide(_true, _unknown, _times);
    }

    private void Count(double value, int by)
    {
        if (value == 1)
            _true += by;
        else if (double.IsNaN(value))
            _unknown += by;
    }
}
