using TradeBot.Trading;

namespace TradeBot.Reporting;

/// <summary>A drawdown: a period of closes below a peak.</summary>
/// <param name="Peak">Close time of the peak, in milliseconds since 1970-01-01 UTC.</param>
/// <param name="Trough">Close time of the lowest point.</param>
/// <param name="End">Close time of the recovery, or of the last close.</param>
/// <param name="Lowest">Equity at the lowest point.</param>
/// <param name="Depth">From the peak to the lowest point, a fraction below 0.</param>
/// <param name="Recovered">Whether the peak was reached again.</param>
internal readonly record struct Decline(long Peak, long Trough, long End, double Lowest, double Depth, bool Recovered)
{
    private const double LeastShare = 0.1;

    /// <summary>The deepest drawdowns, deepest first; those less than a tenth as deep as the deepest are omitted.</summary>
    public static IReadOnlyList<Decline> DeepestOf(EquityCurve equity, int count)
    {
        Decline[] deepest = [.. AllOf(equity).OrderBy(d => d.Depth).ThenBy(d => d.Peak).Take(count)];
        return [.. deepest.Where(d => d.Depth <= LeastShare * deepest[0].Depth)];
    }

    private static List<Decline> AllOf(EquityCurve equity)
    {
        double[] depths = equity.Drawdowns();
        List<Decline> declines = [];
        for (int i = 0; i < depths.Length; i++)
        {
            if (!(depths[i] < 0))
                continue;

            int peak = Math.Max(i - 1, 0), lowest = i;
            for (; i < depths.Length && depths[i] < 0; i++)
                lowest = depths[i] < depths[lowest] ? i : lowest;
            bool recovered = i < depths.Length;
            declines.Add(new Decline(
                equity.Times[peak], equity.Times[lowest], equity.Times[recovered ? i : ^1], equity.Values[lowest], depths[lowest], recovered));
        }

        return declines;
    }
}
