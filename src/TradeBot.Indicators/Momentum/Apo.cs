using TradeBot.Indicators.Averages;

namespace TradeBot.Indicators.Momentum;

/// <summary>Absolute price oscillator: a fast minus a slow exponential average.</summary>
/// <remarks>NaN in makes every later output NaN. The default value is invalid.</remarks>
public struct Apo : IIndicator<double, double>
{
    private Ema _fast;
    private Ema _slow;

    /// <param name="fast">Length of the fast average, at least 1.</param>
    /// <param name="slow">Length of the slow average, more than <paramref name="fast"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public Apo(int fast = 12, int slow = 26)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(slow, fast);
        (_fast, _slow) = (new Ema(fast), new Ema(slow));
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _slow.WarmUp;

    /// <returns>The difference, in the unit of the values; NaN for the first slow − 1 calls.</returns>
    public double Update(in double value) => _fast.Update(value) - _slow.Update(value);
}
