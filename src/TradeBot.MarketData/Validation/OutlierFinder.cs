using System.Buffers;

namespace TradeBot.MarketData;

/// <summary>Finds outlier close-to-close moves, by the median absolute deviation of log returns.</summary>
/// <remarks>
/// Source of the score: Iglewicz and Hoaglin, <i>How to Detect and Handle Outliers</i>, 1993. When half of the
/// returns are nearly equal, as in a quiet market, the median deviation is uninformative: the unit is never below a
/// tenth of the mean deviation's estimate. Moves across a gap are excluded, because they took longer.
/// </remarks>
internal static class OutlierFinder
{
    private const double NormalQuartile = 0.6745; // the upper quartile of the normal distribution
    private const double MeanDeviationFactor = 1.253314; // √(π / 2): standard deviation per mean absolute deviation
    private const double SmallMove = 0.004;
    private const double LeastShareOfMean = 0.1;
    private const double Reverted = 0.2; // fraction of the move left after the next candle

    public static void Find(RowColumns rows, double score, List<CandleDefect> defects)
    {
        int count = rows.Count;
        double[] returns = ArrayPool<double>.Shared.Rent(count);
        double[] usual = ArrayPool<double>.Shared.Rent(count);
        double[] scratch = ArrayPool<double>.Shared.Rent(count);
        try
        {
            int known = LogReturns(rows, returns.AsSpan(0, count), usual);
            if (known > 0)
                Find(rows, score, returns.AsSpan(0, count), usual.AsSpan(0, known), scratch, defects);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(returns);
            ArrayPool<double>.Shared.Return(usual);
            ArrayPool<double>.Shared.Return(scratch);
        }
    }

    // NaN where there is no return of one candle's length; the others also go, densely, to known.
    private static int LogReturns(RowColumns rows, Span<double> returns, Span<double> known)
    {
        ReadOnlySpan<double> close = rows.Close[..returns.Length];
        ReadOnlySpan<long> times = rows.OpenTimes[..returns.Length];
        long step = rows.Timeframe.HasFixedLength ? (long)rows.Timeframe.Duration.TotalMilliseconds : 0;
        int count = 0;
        for (int i = 0; i < returns.Length; i++)
        {
            bool follows = i > 0 && (times[i] - times[i - 1] == step || (step == 0 && rows.Timeframe.NextOpen(times[i - 1]) == times[i]));
            double change = follows && close[i] > 0 && close[i - 1] > 0 ? LogReturn(close[i], close[i - 1]) : double.NaN;
            returns[i] = change;
            if (double.IsFinite(change))
                known[count++] = change;
        }

        return count;
    }

    // Nearly all moves are small, and their logarithm takes four terms; the fifth is below 2e-13 here.
    private static double LogReturn(double now, double before)
    {
        double change = (now - before) / before;
        return Math.Abs(change) < SmallMove
            ? change * (1 - change * (1.0 / 2 - change * (1.0 / 3 - change / 4)))
            : Math.Log(now / before);
    }

    private static void Find(
        RowColumns rows, double score, ReadOnlySpan<double> returns, Span<double> known, Span<double> scratch, List<CandleDefect> defects)
    {
        double median = Selection.LowerMedian(known, scratch);
        double sum = 0;
        for (int i = 0; i < known.Length; i++)
        {
            known[i] = Math.Abs(known[i] - median);
            sum += known[i];
        }

        double middle = Selection.LowerMedian(known, scratch);
        double unit = Math.Max(middle / NormalQuartile, LeastShareOfMean * MeanDeviationFactor * sum / known.Length);
        if (unit == 0)
            return;

        double limit = score * unit;
        for (int i = 0; i < returns.Length; i++)
        {
            if (!(Math.Abs(returns[i] - median) > limit))
                continue;

            bool reverts = i + 1 < returns.Length && Math.Abs(returns[i] + returns[i + 1]) < Reverted * Math.Abs(returns[i]);
            defects.Add(Describe(rows, i, returns[i], Math.Abs(returns[i] - median) / unit, reverts));
            if (reverts)
                i++; // the reversal belongs to the same spike
        }
    }

    private static CandleDefect Describe(RowColumns rows, int i, double change, double score, bool reverts)
    {
        DateTime time = UnixTime.ToDateTime(rows.OpenTimes[i]);
        string move = FormattableString.Invariant(
            $"From {rows.Close[i - 1]} to {rows.Close[i]} ({(Math.Exp(change) - 1) * 100:+0.00;-0.00} %) at {time:yyyy-MM-dd HH:mm}, {score:0} times the usual");
        return new CandleDefect(
            rows.Symbol, rows.Timeframe, DefectKind.Outlier, reverts ? DefectSeverity.Warning : DefectSeverity.Information,
            time, UnixTime.ToDateTime(rows.Timeframe.NextOpen(rows.OpenTimes[i])), 1,
            reverts ? $"{move}, and back in the next candle: perhaps a bad print." : $"{move}.");
    }
}
