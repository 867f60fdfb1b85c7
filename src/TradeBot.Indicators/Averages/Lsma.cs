namespace TradeBot.Indicators.Averages;

/// <summary>Least-squares moving average: where the straight line fitted to the last n values ends.</summary>
/// <remarks>
/// Equals three times the linearly weighted mean minus twice the plain mean. NaN while a NaN is in the window.
/// The default value is invalid.
/// </remarks>
public struct Lsma : IIndicator<double, double>
{
    private Wma _weighted;

    /// <param name="period">How many values the line is fitted to, at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 2.</exception>
    public Lsma(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 2);
        _weighted = new Wma(period);
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _weighted.WarmUp;

    /// <summary>The line extrapolated one step beyond its end; NaN while the window fills.</summary>
    internal double Forecast { readonly get; private set; } = double.NaN;

    /// <returns>The end of the line, in the unit of the values; NaN for the first period − 1 calls.</returns>
    public double Update(in double value)
    {
        double weighted = _weighted.Update(value);
        double tilt = weighted - _weighted.Mean;
        Forecast = weighted + 2 * tilt + 6 * tilt / (_weighted.WarmUp - 1);
        return weighted + 2 * tilt;
    }
}
