using TradeBot.Indicators;

namespace TradeBot.Learning;

/// <summary>The distance of the latest value from the mean of all so far, itself included, in their standard deviations, dividing by n.</summary>
/// <remarks>A value that is NaN gives NaN and is passed over. Source: Welford, <i>Technometrics</i> 4(3), 1962.</remarks>
internal struct ExpandingZScore : IIndicator<double, double>
{
    private double _mean, _squares;
    private long _count;

    public readonly int WarmUp => 2;

    public double Update(in double value)
    {
        if (double.IsNaN(value))
            return double.NaN;

        double before = value - _mean;
        _mean += before / ++_count;
        _squares += before * (value - _mean);
        return _squares > 0 ? (value - _mean) / Math.Sqrt(_squares / _count) : double.NaN;
    }
}
