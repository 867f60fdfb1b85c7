namespace TradeBot.Strategies;

/// <summary>Whether a condition was true at any of the last n steps, the present one included; before the first step it was unknown.</summary>
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
