namespace TradeBot.Indicators.Windows;

/// <summary>A sum with additions and removals, without drift.</summary>
/// <remarks>
/// Carries the rounding error of each step, so that a million additions and removals
/// leave an error of about one unit in the last place. Source: A. Neumaier, <i>ZAMM</i> 54, 1974.
/// </remarks>
internal struct SlidingSum
{
    private double _sum;
    private double _error;

    /// <summary>The current sum.</summary>
    public readonly double Value => _sum + _error;

    /// <summary>Adds a value; a negative one subtracts.</summary>
    public void Add(double value)
    {
        // Knuth's two-sum: exact for any order of magnitude and free of branches.
        double sum = _sum + value;
        double shadow = sum - _sum;
        _error += (_sum - (sum - shadow)) + (value - shadow);
        _sum = sum;
    }

    /// <summary>Adds a product with its rounding error.</summary>
    public void AddProduct(double a, double b)
    {
        double product = a * b;
        _error += Math.FusedMultiplyAdd(a, b, -product);
        Add(product);
    }

    /// <summary>Subtracts another sum with its rounding error.</summary>
    public void Subtract(SlidingSum other)
    {
        _error -= other._error;
        Add(-other._sum);
    }
}
