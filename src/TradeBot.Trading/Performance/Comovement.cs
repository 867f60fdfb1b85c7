namespace TradeBot.Trading.Performance;

/// <summary>How two series go together, value by value.</summary>
/// <remarks>Running means and sums of products (Welford 1962): a constant series keeps its sum of squares exactly 0.</remarks>
internal struct Comovement
{
    private double _squaresX, _squaresY, _products;

    public int Count { get; private set; }

    public double MeanX { get; private set; }

    public double MeanY { get; private set; }

    /// <summary>Slope of the line that fits y to x; NaN when x is constant.</summary>
    public readonly double Slope => _squaresX > 0 ? _products / _squaresX : double.NaN;

    /// <summary>Pearson's correlation; NaN when either is constant.</summary>
    public readonly double Correlation => _squaresX > 0 && _squaresY > 0 ? _products / Math.Sqrt(_squaresX * _squaresY) : double.NaN;

    public void Add(double x, double y)
    {
        Count++;
        double dx = x - MeanX, dy = y - MeanY;
        MeanX += dx / Count;
        MeanY += dy / Count;
        _squaresX += dx * (x - MeanX);
        _squaresY += dy * (y - MeanY);
        _products += dx * (y - MeanY);
    }
}
