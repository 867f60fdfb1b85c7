using TradeBot.Indicators.Averages;

namespace TradeBot.Indicators.Momentum;

/// <summary>Laguerre RSI: the share of falls along the four stages of a Laguerre filter, from 0 to 100.</summary>
/// <remarks>
/// 50 where the stages are equal. Starts from the first value. NaN in makes every later output NaN. The default value is
/// invalid. Source: J. Ehlers, <i>Cybernetic Analysis for Stocks and Futures</i>, 2004, where it runs from 0 to 1.
/// </remarks>
public struct LaguerreRsi : IIndicator<double, double>
{
    private const int Stages = 4;

    private LaguerreStages _stages;
    private int _count;

    /// <param name="gamma">From 0, hardly any smoothing, to less than 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="gamma"/> is not in [0, 1).</exception>
    public LaguerreRsi(double gamma = 0.5) => _stages = new LaguerreStages(gamma);

    /// <inheritdoc/>
    public readonly int WarmUp => Stages;

    /// <returns>From 0 to 100; NaN for the first 3 calls.</returns>
    public double Update(in double value)
    {
        _stages.Push(value);
        _count = Math.Min(_count + 1, Stages);
        double first = _stages.First - _stages.Second, second = _stages.Second - _stages.Third, third = _stages.Third - _stages.Fourth;
        double up = Math.Max(first, 0) + Math.Max(second, 0) + Math.Max(third, 0);
        double sum = Math.Abs(first) + Math.Abs(second) + Math.Abs(third);
        if (_count < Stages)
            return double.NaN;
        return sum == 0 ? 50 : 100 * (up / sum);
    }
}
