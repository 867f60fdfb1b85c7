using TradeBot.Statistics;

namespace TradeBot.Trading;

/// <summary>The last closes of all symbols at the same moments, and the correlation of their returns.</summary>
internal sealed class CorrelationWindow(int symbols, int lookback)
{
    private readonly double[] _closes = new double[symbols * (lookback + 1)];
    private int _count;

    public void Add(ReadOnlySpan<double> marks)
    {
        marks.CopyTo(_closes.AsSpan(_count++ % (lookback + 1) * symbols));
    }

    /// <summary>Pearson's correlation of log returns; NaN while there are too few, or where a price is constant.</summary>
    public double Between(int a, int b)
    {
        if (_count <= lookback)
            return double.NaN;

        var pair = new Comovement();
        for (int i = 0; i < lookback; i++)
            pair.Add(Return(a, i), Return(b, i));
        return pair.Correlation;
    }

    private double Return(int symbol, int index) => Math.Log(Close(symbol, index + 1) / Close(symbol, index));

    private double Close(int symbol, int index) => _closes[(_count + index) % (lookback + 1) * symbols + symbol];
}
