namespace TradeBot.Indicators.Averages;

/// <summary>McGinley's dynamic: an average that hurries after falling prices and lingers behind rising ones.</summary>
/// <remarks>
/// Starts from the mean of the first n values, then <c>M += (x − M) / max(1, 0.6·n·(x / M)⁴)</c>; the limit of 1 keeps
/// it from shooting past a price that fell far. NaN in makes every later output NaN. The default value is invalid.
/// Source: J. McGinley, <i>Journal of Technical Analysis</i>, 1991; the factor 0.6 after Kaufman, 2013.
/// </remarks>
public struct McGinley : IIndicator<double, double>
{
    private const double Share = 0.6;

    private readonly int _period;
    private int _count;
    private double _average;

    /// <param name="period">Length of the average that it imitates, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public McGinley(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _period = period;
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _period;

    /// <param name="value">Positive.</param>
    /// <returns>The average; NaN for the first period − 1 calls.</returns>
    public double Update(in double value)
    {
        if (_count < _period)
        {
            _average += (value - _average) / ++_count;
            return _count < _period ? double.NaN : _average;
        }

        double ratio = value / _average, square = ratio * ratio;
        return _average += (value - _average) / Math.Max(1, Share * _period * square * square);
    }
}
