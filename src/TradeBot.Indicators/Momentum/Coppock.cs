using TradeBot.Indicators.Averages;

namespace TradeBot.Indicators.Momentum;

/// <summary>Coppock curve: the weighted mean of two rates of change added.</summary>
/// <remarks>
/// NaN while a NaN is within reach. The default value is invalid. Source: E. Coppock, <i>Barron's</i>, October 15, 1962.
/// </remarks>
public struct Coppock : IIndicator<double, double>
{
    private readonly int _longer;
    private Roc _first;
    private Roc _second;
    private Wma _mean;
    private int _count;

    /// <param name="first">Length of one rate of change, at least 1.</param>
    /// <param name="second">Length of the other, at least 1.</param>
    /// <param name="period">Length of the weighted mean, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is below 1.</exception>
    public Coppock(int first = 14, int second = 11, int period = 10)
    {
        (_first, _second, _mean) = (new Roc(first), new Roc(second), new Wma(period));
        _longer = Math.Max(first, second);
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _longer + _mean.WarmUp;

    /// <param name="value">Not 0.</param>
    /// <returns>Percent; NaN until <see cref="WarmUp"/> values are seen.</returns>
    public double Update(in double value)
    {
        double sum = _first.Update(value) + _second.Update(value);
        if (_count < _longer)
        {
            _count++;
            return double.NaN;
        }

        return _mean.Update(sum);
    }
}
