using TradeBot.Indicators;
using TradeBot.Statistics;

namespace TradeBot.Learning;

/// <summary>The distance of the latest value from the mean of all so far, itself included, in their standard deviations, dividing by n.</summary>
/// <remarks>A value that is NaN gives NaN and is passed over.</remarks>
internal struct ExpandingZScore : IIndicator<double, double>
{
    private RunningMoments _seen;

    public readonly int WarmUp => 2;

    public double Update(in double value)
    {
        if (double.IsNaN(value))
            return double.NaN;

        _seen.Add(value);
        return _seen.Squares > 0 ? (value - _seen.Mean) / Math.Sqrt(_seen.Squares / _seen.Weight) : double.NaN;
    }
}
