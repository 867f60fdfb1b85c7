using TradeBot.Indicators.Averages;
using TradeBot.Indicators.Statistics;

namespace TradeBot.Indicators.Volatility;

/// <summary>Relative volatility index: the share of the standard deviation that came with rising values, from 0 to 100.</summary>
/// <remarks>
/// Wilder's averages of the population standard deviation, taken as a gain where the value rose and as a loss where it fell.
/// 50 where neither was seen. NaN in makes every later output NaN. The default value is invalid.
/// Source: D. Dorsey, <i>Technical Analysis of Stocks and Commodities</i> 11:6, 1993.
/// </remarks>
public struct RelativeVolatilityIndex : IIndicator<double, double>
{
    private StandardDeviation _deviation;
    private WilderAverage _gains;
    private WilderAverage _losses;
    private Countdown _known;
    private double _previous = double.NaN;

    /// <param name="deviationPeriod">Values of the standard deviation, at least 2; 10 is Dorsey's.</param>
    /// <param name="period">Smoothing length, at least 1; 14 is Dorsey's.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public RelativeVolatilityIndex(int deviationPeriod, int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(deviationPeriod, 2);
        _deviation = new StandardDeviation(deviationPeriod);
        _gains = new WilderAverage(period);
        _losses = new WilderAverage(period);
        _known = new Countdown(deviationPeriod);
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _deviation.WarmUp + _gains.WarmUp - 1;

    /// <returns>From 0 to 100; NaN for the first deviation period + period − 2 calls.</returns>
    public double Update(in double value)
    {
        double deviation = _deviation.Update(value), change = value - _previous;
        _previous = value;
        if (!_known.Step())
            return double.NaN;

        // Where the value is unknown the deviation is, and 0 · NaN is NaN: neither average forgets it.
        double gain = _gains.Update(change > 0 ? deviation : 0 * deviation);
        double loss = _losses.Update(change < 0 ? deviation : 0 * deviation);
        double sum = gain + loss;
        return sum == 0 ? 50 : 100 * (gain / sum);
    }

    /// <summary>Runs the streaming form over a column.</summary>
    /// <param name="values">Oldest first.</param>
    /// <param name="deviationPeriod">As for the constructor.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="destination">Aligned with <paramref name="values"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(ReadOnlySpan<double> values, int deviationPeriod, int period, Span<double> destination) =>
        Batch.Run(new RelativeVolatilityIndex(deviationPeriod, period), values, destination);
}
