using TradeBot.Indicators.Windows;

namespace TradeBot.Indicators.Averages;

/// <summary>Variable index dynamic average: an exponential average whose weight is scaled by the size of Chande's momentum.</summary>
/// <remarks>
/// Starts from the value before the first output. NaN in makes every later output NaN. The default value is invalid.
/// Source: T. Chande and S. Kroll, <i>The New Technical Trader</i>, 1994 (the form of 1992 scales by a ratio of deviations).
/// </remarks>
public struct Vidya : IIndicator<double, double>
{
    private readonly double _weight;
    private GainsAndLosses _momentum;
    private double _average;

    /// <param name="period">Length of the average when momentum is full, at least 1.</param>
    /// <param name="momentum">Over how many changes momentum is measured, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is below 1.</exception>
    public Vidya(int period, int momentum = 9)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(momentum, 1);
        _weight = 2 / (period + 1.0);
        _momentum = new GainsAndLosses(momentum);
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _momentum.Length + 1;

    /// <returns>The average; NaN for the first momentum calls.</returns>
    public double Update(in double value)
    {
        bool isKnown = _momentum.IsFull;
        double momentum = _momentum.Push(value);
        if (isKnown || _momentum.IsFull)
            return _average += _weight * Math.Abs(momentum / 100) * (value - _average);

        _average = value;
        return double.NaN;
    }
}
