using System.Runtime.InteropServices;
using TradeBot.Statistics;

namespace TradeBot.Reporting;

/// <summary>A box-plot summary of a group of values.</summary>
/// <param name="Count">Number of finite values.</param>
/// <param name="Low">End of the lower whisker: the lowest value within one and a half boxes of the box; NaN without values.</param>
/// <param name="LowerQuartile">A quarter of the values is below.</param>
/// <param name="Median">Half of the values is below.</param>
/// <param name="UpperQuartile">Three quarters of the values are below.</param>
/// <param name="High">End of the upper whisker.</param>
/// <param name="Outliers">Values beyond the whiskers, ascending.</param>
/// <remarks>
/// Source: J. W. Tukey, <i>Exploratory Data Analysis</i>, 1977; quartiles by linear interpolation, type 7 of
/// R. J. Hyndman and Y. Fan, <i>The American Statistician</i> 50(4), 1996.
/// </remarks>
public readonly record struct BoxSummary(int Count, double Low, double LowerQuartile, double Median, double UpperQuartile, double High, ReadOnlyMemory<double> Outliers)
{
    private const double Reach = 1.5;

    /// <summary>The summary of a group; NaN and infinities are left out.</summary>
    public static BoxSummary Of(ReadOnlySpan<double> values)
    {
        var known = new List<double>(values.Length);
        foreach (double value in values)
        {
            if (double.IsFinite(value))
                known.Add(value);
        }

        if (known.Count == 0)
            return new BoxSummary(0, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, default);

        known.Sort();
        ReadOnlySpan<double> sorted = CollectionsMarshal.AsSpan(known);
        double lower = Percentile.OfSorted(sorted, 0.25), upper = Percentile.OfSorted(sorted, 0.75), reach = Reach * (upper - lower);
        double low = known.Find(v => v >= lower - reach), high = known.FindLast(v => v <= upper + reach);
        return new BoxSummary(known.Count, low, lower, Percentile.OfSorted(sorted, 0.5), upper, high, known.Where(v => v < low || v > high).ToArray());
    }
}
