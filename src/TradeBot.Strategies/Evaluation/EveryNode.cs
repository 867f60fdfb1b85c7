namespace TradeBot.Strategies;

/// <summary>True at every n-th step, the first included.</summary>
internal sealed class EveryNode(int steps) : Node
{
    private int _left;

    public override void Step()
    {
        Value = Truth.Of(_left == 0);
        _left = _left == 0 ? steps - 1 : _left - 1;
    }
}
