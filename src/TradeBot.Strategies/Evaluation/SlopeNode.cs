namespace TradeBot.Strategies;

/// <summary>Slope per step of the least-squares line through the last n values.</summary>
internal sealed class SlopeNode : Node
{
    private readonly Node _source;
    private readonly double[] _ring;
    private readonly double _spread;
    private int _next;

    public SlopeNode(Node source, int window)
    {
        _source = source;
        _ring = new double[window];
        _spread = window * ((double)window * window - 1) / 12; // Σ (i − mean of i)²
        Array.Fill(_ring, double.NaN);
    }

    public override void Step()
    {
        _ring[_next] = _source.Value;
        if (++_next == _ring.Length)
            _next = 0;

        double middle = (_ring.Length - 1) / 2.0, sum = 0;
        for (int i = 0, at = _next; i < _ring.Length; i++)
        {
            sum += (i - middle) * _ring[at];
            if (++at == _ring.Length)
                at = 0;
        }

        Value = sum / _spread;
    }
}
