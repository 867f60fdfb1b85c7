namespace TradeBot.Indicators.Volatility;

/// <summary>RiskMetrics volatility: the root of an exponentially weighted mean of squared log returns, per candle.</summary>
/// <remarks>
/// <c>σ² = λ σ² + (1 − λ) r²</c>, started from the first return squared. NaN in, or a price that is not positive, makes every later output NaN.
/// The default value is invalid. Source: J. P. Morgan/Reuters, <i>RiskMetrics Technical Document</i>, 1996.
/// </remarks>
public struct EwmaVolatility : IIndicator<double, double>
{
    private readonly double _decay;
    private double _previous = double.NaN;
    private double _variance;
    private int _count;

    /// <param name="decay">λ, the weight of the past; in (0, 1); 0.94 for daily, 0.97 for monthly data.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="decay"/> is out of range.</exception>
    public EwmaVolatility(double decay) => _decay = Parameter.Between(decay, 0, 1);

    /// <inheritdoc/>
    public readonly int WarmUp => 2;

    /// <returns>Not negative, a fraction per candle; NaN for the first call.</returns>
    public double Update(in double value)
    {
        double squared = LogReturn.Squared(value, _previous);
        _previous = value;
        if (_count == 0)
        {
            _count = 1;
            return double.NaN;
        }

        _variance = _count == 1 ? squared : _decay * _variance + (1 - _decay) * squared;
        _count = 2;
        return Math.Sqrt(_variance);
    }

    /// <summary>Runs the streaming form over a column.</summary>
    /// <param name="values">Oldest first.</param>
    /// <param name="decay">As for the constructor.</param>
    /// <param name="destination">Aligned with <paramref name="values"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(ReadOnlySpan<double> values, double decay, Span<double> destination) =>
        Batch.Run(new EwmaVolatility(decay), values, destination);
}
