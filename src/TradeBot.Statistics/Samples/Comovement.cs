namespace TradeBot.Statistics;

/// <summary>Streaming covariance, slope and correlation of two series. A copy is a checkpoint; the default value is empty.</summary>
/// <remarks>Running means and sums of products (Welford 1962): a constant series has a sum of squares of exactly 0.</remarks>
public struct Comovement
{
    private RunningMoments _x, _y;
    private double _products;

    /// <summary>Mean of x; 0 before the first pair.</summary>
    public readonly double MeanX => _x.Mean;

    /// <summary>Mean of y; 0 before the first pair.</summary>
    public readonly double MeanY => _y.Mean;

    /// <summary>Slope of the least-squares line of y on x; NaN when x is constant.</summary>
    public readonly double Slope => _x.Squares > 0 ? _products / _x.Squares : double.NaN;

    /// <summary>Pearson's correlation, in [−1, 1] up to rounding; NaN when either series is constant.</summary>
    public readonly double Correlation => _x.Squares > 0 && _y.Squares > 0 ? _products / Math.Sqrt(_x.Squares * _y.Squares) : double.NaN;

    /// <summary>Adds a pair.</summary>
    public void Add(double x, double y)
    {
        double dx = x - _x.Mean;
        _x.Add(x);
        _y.Add(y);
        _products += dx * (y - _y.Mean);
    }
}
