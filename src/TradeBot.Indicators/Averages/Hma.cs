namespace TradeBot.Indicators.Averages;

/// <summary>Hull moving average: a weighted average over √n of twice that over n / 2 minus that over n, which lags little.</summary>
/// <remarks>
/// n / 2 and √n are rounded down. NaN while a NaN is within reach. The default value is invalid.
/// Source: A. Hull, <i>Active Investing</i>, 2005.
/// </remarks>
public struct Hma : IIndicator<double, double>
{
    private Wma _half;
    private Wma _whole;
    private Wma _smooth;

    /// <param name="period">At least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 2.</exception>
    public Hma(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 2);
        _half = new Wma(period / 2);
        _whole = new Wma(period);
        _smooth = new Wma((int)Math.Sqrt(period));
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _whole.WarmUp + _smooth.WarmUp - 1;

    /// <returns>The average; NaN for the first period + √period − 2 calls.</returns>
    public double Update(in double value)
    {
        double half = _half.Update(value), whole = _whole.Update(value);
        return _whole.IsFull ? _smooth.Update(2 * half - whole) : double.NaN;
    }
}
