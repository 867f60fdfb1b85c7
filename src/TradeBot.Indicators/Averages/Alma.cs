using TradeBot.Indicators.Windows;

namespace TradeBot.Indicators.Averages;

/// <summary>Arnaud Legoux moving average: Gaussian weights with their peak near the end of the window.</summary>
/// <remarks>
/// NaN while a NaN is in the window. The cost of an update grows with the period. The default value is invalid.
/// Source: A. Legoux and D. Kouzis-Loukas, 2009: peak at <c>offset·(n − 1)</c>, width <c>n / sigma</c>.
/// </remarks>
public struct Alma : IIndicator<double, double>
{
    private readonly double[] _weights;
    private ValueWindow _window;

    /// <param name="period">How many values are weighed, at least 1.</param>
    /// <param name="offset">Where the peak lies, from 0 at the oldest to 1 at the newest value.</param>
    /// <param name="sigma">How many widths fit into the window; positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public Alma(int period, double offset = 0.85, double sigma = 6)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        if (!(offset is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(offset), offset, "Must be in [0, 1].");
        if (!(sigma > 0 && double.IsFinite(sigma)))
            throw new ArgumentOutOfRangeException(nameof(sigma), sigma, "Must be positive and finite.");

        double peak = offset * (period - 1), width = period / sigma;
        _weights = Weights.Normalized(period, i => Math.Exp(-(i - peak) * (i - peak) / (2 * width * width)));
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
