using TradeBot.Indicators.Averages;

namespace TradeBot.Indicators.Momentum;

/// <summary>Know sure thing: four smoothed rates of change, weighed 1 to 4 by their length, and the mean of that.</summary>
/// <remarks>
/// NaN while a NaN is within reach. The default value is invalid. Source: M. Pring, <i>Stocks &amp; Commodities</i> 10(9), 1992.
/// </remarks>
public struct Kst : IIndicator<double, Kst.Lines>
{
    private readonly int _warmUp;
    private SmoothedRate _first, _second, _third, _fourth;
    private Sma _signal;
    private int _count;

    /// <param name="rates">Lengths of the four rates of change, each at least 1.</param>
    /// <param name="means">Lengths of the means over them, each at least 1.</param>
    /// <param name="signal">Length of the mean of the result, at least 1.</param>
    /// <exception cref="ArgumentException">There are not four lengths each.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A length is below 1.</exception>
    public Kst(ReadOnlySpan<int> rates, ReadOnlySpan<int> means, int signal = 9)
    {
        if (rates.Length != 4)
            throw new ArgumentException($"Expected 4 lengths, got {rates.Length}.", nameof(rates));
        if (means.Length != 4)
            throw new ArgumentException($"Expected 4 lengths, got {means.Length}.", nameof(means));

        (_first, _second) = (new SmoothedRate(rates[0], means[0]), new SmoothedRate(rates[1], means[1]));
        (_third, _fourth) = (new SmoothedRate(rates[2], means[2]), new SmoothedRate(rates[3], means[3]));
        _signal = new Sma(signal);
        int slowest = Math.Max(Math.Max(_first.WarmUp, _second.WarmUp), Math.Max(_third.WarmUp, _fourth.WarmUp));
        _warmUp = slowest + signal - 1;
    }

    /// <summary>Pring's lengths for daily candles: rates over 10, 15, 20 and 30, means over 10, 10, 10 and 15, signal 9.</summary>
    public Kst()
        : this([10, 15, 20, 30], [10, 10, 10, 15])
    {
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _warmUp;

    /// <param name="value">Not 0.</param>
    /// <returns>Both in percent; NaN until <see cref="WarmUp"/> values are seen.</returns>
    public Lines Update(in double value)
    {
        double sum = _first.Update(value) + 2 * _second.Update(value) + 3 * _third.Update(value) + 4 * _fourth.Update(value);
        _count = Math.Min(_count + 1, _warmUp);
        double signal = _count >= _warmUp - _signal.WarmUp + 1 ? _signal.Update(sum) : double.NaN;
        return _signal.IsFull ? new Lines(sum, signal) : new Lines(double.NaN, double.NaN);
    }

    /// <summary>The lines after one value.</summary>
    /// <param name="Sum">The weighed sum of smoothed rates.</param>
    /// <param name="Signal">Mean of the sum.</param>
    public readonly record struct Lines(double Sum, double Signal);

    private struct SmoothedRate(int rate, int mean)
    {
        private Roc _rate = new(rate);
        private Sma _mean = new(mean);

        public readonly int WarmUp => _rate.WarmUp + _mean.WarmUp - 1;

        public double Update(double value)
        {
            bool isKnown = _rate.IsFull;
            double change = _rate.Update(value);
            return isKnown ? _mean.Update(change) : double.NaN;
        }
    }
}
