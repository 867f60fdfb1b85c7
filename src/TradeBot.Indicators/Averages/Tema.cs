namespace TradeBot.Indicators.Averages;

/// <summary>Triple exponential moving average: <c>3·E₁ − 3·E₂ + E₃</c>, each the average of the one before.</summary>
/// <remarks>
/// NaN in makes every later output NaN. The default value is invalid.
/// Source: P. Mulloy, <i>Stocks &amp; Commodities</i> 12(1), 1994.
/// </remarks>
public struct Tema : IIndicator<double, double>
{
    private Ema _first;
    private Ema _second;
    private Ema _third;

    /// <param name="period">Smoothing length of each average, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public Tema(int period) => _first = _second = _third = new Ema(period);

    /// <inheritdoc/>
    public readonly int WarmUp => 3 * _first.WarmUp - 2;

    /// <returns>The average; NaN for the first 3·period − 3 calls.</returns>
    public double Update(in double value)
    {
        double first = _first.Update(value);
        double second = _second.UpdateWhenKnown(first);
        return 3 * (first - second) + _third.UpdateWhenKnown(second);
    }
}
