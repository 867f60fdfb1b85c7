namespace TradeBot.Indicators.Averages;

/// <summary>Triangular moving average: weights rise to the middle of the window and fall again.</summary>
/// <remarks>The mean of means over half the window. NaN while a NaN is in the window. The default value is invalid.</remarks>
public struct Trima : IIndicator<double, double>
{
    private readonly int _period;
    private Sma _inner;
    private Sma _outer;

    /// <param name="period">How many values are weighed, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public Trima(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _period = period;
        _inner = new Sma((period + 1) / 2);
        _outer = new Sma(period / 2 + 1);
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _period;

    /// <returns>The weighted mean; NaN for the first period − 1 calls.</returns>
    public double Update(in double value)
    {
        double inner = _inner.Update(value);
        return _inner.IsFull ? _outer.Update(inner) : double.NaN;
    }
}
