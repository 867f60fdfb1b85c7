namespace TradeBot.Strategies;

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
