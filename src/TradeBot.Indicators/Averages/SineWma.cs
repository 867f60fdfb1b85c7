using TradeBot.Indicators.Windows;

namespace TradeBot.Indicators.Averages;

/// <summary>Sine-weighted moving average: the weights are half a sine wave over the window.</summary>
/// <remarks>
/// NaN while a NaN is in the window. The cost of an update grows with the period. The default value is invalid.
/// Weight of the k-th of n values: <c>sin(k·π / (n + 1))</c>. Source: P. Kaufman, <i>Trading Systems and Methods</i>, 2013.
/// </remarks>
public struct SineWma : IIndicator<double, double>
{
    private readonly double[] _weights;
    private ValueWindow _window;

    /// <param name="period">How many values are weighed, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public SineWma(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _weights = Weights.Normalized(period, i => Math.Sin((i + 1) * Math.PI / (period + 1)));
        _window = new ValueWindow(period);
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _window.Length;

    /// <returns>The weighted mean; NaN for the first period − 1 calls.</returns>
    public double Update(in double value)
    {
        _window.Push(value);
        return _window.IsFull ? Weights.Mean(_weights, _window.Values) : double.NaN;
    }
}
