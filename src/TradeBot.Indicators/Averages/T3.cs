namespace TradeBot.Indicators.Averages;

/// <summary>Tillson's T3: a generalised double exponential average, taken three times.</summary>
/// <remarks>
/// With v the volume factor, each pass is <c>(1 + v)·E₁ − v·E₂</c>. NaN in makes every later output NaN. The default
/// value is invalid. Source: T. Tillson, <i>Stocks &amp; Commodities</i> 16(1), 1998.
/// </remarks>
public struct T3 : IIndicator<double, double>
{
    private readonly double _third, _fourth, _fifth, _sixth;
    private Ema _e1, _e2, _e3, _e4, _e5, _e6;

    /// <param name="period">Smoothing length of each average, at least 1.</param>
    /// <param name="factor">How much lag is taken back: 0 none, 1 as much as <see cref="Dema"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public T3(int period, double factor = 0.7)
    {
        if (!(factor is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(factor), factor, "Must be in [0, 1].");
        _e1 = _e2 = _e3 = _e4 = _e5 = _e6 = new Ema(period);

        double square = factor * factor, cube = square * factor;
        (_third, _fourth) = (1 + 3 * factor + 3 * square + cube, -3 * factor - 6 * square - 3 * cube);
        (_fifth, _sixth) = (3 * square + 3 * cube, -cube);
    }

    /// <inheritdoc/>
    public readonly int WarmUp => 6 * _e1.WarmUp - 5;

    /// <returns>The average; NaN for the first 6·period − 6 calls.</returns>
    public double Update(in double value)
    {
        double e3 = _e3.UpdateWhenKnown(_e2.UpdateWhenKnown(_e1.Update(value)));
        double e4 = _e4.UpdateWhenKnown(e3), e5 = _e5.UpdateWhenKnown(e4), e6 = _e6.UpdateWhenKnown(e5);
        return _third * e3 + _fourth * e4 + _fifth * e5 + _sixth * e6;
    }
}
