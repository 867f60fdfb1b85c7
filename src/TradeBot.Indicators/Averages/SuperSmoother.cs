namespace TradeBot.Indicators.Averages;

/// <summary>Ehlers' super smoother: a two-pole filter that takes out cycles shorter than n with little lag.</summary>
/// <remarks>
/// Starts from the first value, with output from the n-th. NaN in makes every later output NaN. The default value is
/// invalid. Source: J. Ehlers, <i>Cycle Analytics for Traders</i>, 2013.
/// </remarks>
public struct SuperSmoother : IIndicator<double, double>
{
    private readonly int _period;
    private readonly double _own, _before;
    private int _count;
    private double _value, _last, _beforeLast;

    /// <param name="period">The shortest cycle that passes, in candles, at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 2.</exception>
    public SuperSmoother(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 2);
        _period = period;
        double angle = Math.Sqrt(2) * Math.PI / period, decay = Math.Exp(-angle);
        (_own, _before) = (2 * decay * Math.Cos(angle), -decay * decay);
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _period;

    /// <returns>The smoothed value; NaN for the first period − 1 calls.</returns>
    public double Update(in double value)
    {
        if (_count == 0)
            _value = _last = _beforeLast = value;

        // Distances from the last output: the weights sum to 1, and a flat series stays as it is.
        double mean = value + 0.5 * (_value - value);
        double smooth = _last + ((1 - _own - _before) * (mean - _last) + _before * (_beforeLast - _last));
        (_value, _beforeLast, _last) = (value, _last, smooth);
        _count = Math.Min(_count + 1, _period);
        return _count < _period ? double.NaN : smooth;
    }
}
