namespace TradeBot.Indicators.Averages;

/// <summary>Ehlers' Laguerre filter: four stages of which each delays slow parts of the series more than fast ones.</summary>
/// <remarks>
/// Starts from the first value, with output from the fourth. NaN in makes every later output NaN. The default value is
/// invalid. Source: J. Ehlers, <i>Time Warp — Without Space Travel</i>, 2002.
/// </remarks>
public struct LaguerreFilter : IIndicator<double, double>
{
    private const int Stages = 4;

    private LaguerreStages _stages;
    private int _count;

    /// <param name="gamma">From 0, hardly any smoothing, to less than 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="gamma"/> is not in [0, 1).</exception>
    public LaguerreFilter(double gamma = 0.8) => _stages = new LaguerreStages(gamma);

    /// <inheritdoc/>
    public readonly int WarmUp => Stages;

    /// <returns>The smoothed value; NaN for the first 3 calls.</returns>
    public double Update(in double value)
    {
        _stages.Push(value);
        _count = Math.Min(_count + 1, Stages);
        double first = _stages.First;
        double rest = 2 * (_stages.Second - first) + 2 * (_stages.Third - first) + (_stages.Fourth - first);
        return _count < Stages ? double.NaN : first + rest / 6;
    }
}
