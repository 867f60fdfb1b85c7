namespace TradeBot.Indicators.Averages;

/// <summary>Double exponential moving average: <c>2·E₁ − E₂</c>, E₂ being the average of the average E₁.</summary>
/// <remarks>
/// NaN in makes every later output NaN. The default value is invalid.
/// Source: P. Mulloy, <i>Stocks &amp; Commodities</i> 12(1), 1994.
/// </remarks>
public struct Dema : IIndicator<double, double>
{
    private Ema _first;
    private Ema _second;

    /// <param name="period">Smoothing length of each average, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public Dema(int period) => _first = _second = new Ema(period);

    /// <inheritdoc/>
    public readonly int WarmUp => 2 * _first.WarmUp - 1;

    /// <returns>The average; NaN for the first 2·period − 2 calls.</returns>
    public double Update(in double value)
    {
        double first = _first.Update(value);
        return 2 * first - _second.UpdateWhenKnown(first);
    }
}
