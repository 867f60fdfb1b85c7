namespace TradeBot.Strategies;

/// <summary>The highest or the lowest of the last n values; unknown until n are seen and while one of them is.</summary>
internal sealed class ExtremeNode : Node
{
    private readonly Node _source;
    private readonly double[] _ring;
    private readonly double _sign;
    private int _next;
    private int _age;
    private int _sinceUnknown;
    private double _extreme = double.NegativeInfinity;

    public ExtremeNode(Node source, int window, bool highest)
    {
        (_source, _ring, _sign) = (source, new double[window], highest ? 1 : -1);
        Array.Fill(_ring, double.NegativeInfinity);
    }

    public override void Step()
    {
        double signed = _sign * _source.Value;
        bool unknown = double.IsNaN(signed);
        _sinceUnknown = unknown ? 0 : Math.Min(_sinceUnknown + 1, _ring.Length);
        _ring[_next] = unknown ? double.NegativeInfinity : signed;
        if (++_next == _ring.Length)
            _next = 0;

        _age++;
        if (signed >= _extreme)
            (_extreme, _age) = (signed, 0);
        else if (_age >= _ring.Length)
            Search();
        Value = _sinceUnknown == _ring.Length ? _sign * _extreme : double.NaN;
    }

    private void Search()
    {
        _extreme = double.NegativeInfinity;
        for (int age = _ring.Length - 1; age >= 0; age--)
        {
            double value = _ring[(_next - 1 - age + (2 * _ring.Length)) % _ring.Length];
            if (value >= _extreme)
                (_extreme, _age) = (value, age);
        }
    }
}
