using TradeBot.MarketData;

namespace TradeBot.Reporting;

/// <summary>Finds gaps in times by their usual step, so that no line is drawn over missing data.</summary>
/// <remarks>
/// A step longer than the usual one is a gap, unless it is a closure of the market: closures start regularly at the
/// same time of the day, or on the same day of the week, and a step not much longer is a holiday. Times
/// without a usual step, such as those of fills, have no gaps.
/// </remarks>
internal static class TimeGaps
{
    private const int FewestSteps = 6, Recurs = 5, OneIn = 10;
    private const double Longer = 1.5, ClosuresShare = 0.2, LongestClosure = 0.95;

    /// <summary>For each time, how many gaps there are before it; empty without a gap.</summary>
    /// <param name="times">Milliseconds since 1970-01-01 UTC.</param>
    public static int[] CountBefore(ReadOnlySpan<double> times)
    {
        if (times.Length <= FewestSteps)
            return [];

        double[] starts = times.ToArray(), steps = [.. starts.Zip(starts.Skip(1), (start, end) => end - start)];
        double usual = Quantile(steps, 0.5);
        double limit = Longer * Math.Max(usual, Closure(starts, steps, usual));
        int gaps = steps.Count(step => step > limit);
        if (!(usual > 0) || gaps == 0 || gaps > Math.Max(1, steps.Length / OneIn) || steps.Any(step => step < 0))
            return [];

        int[] counts = new int[times.Length];
        for (int i = 0; i < steps.Length; i++)
            counts[i + 1] = counts[i] + (steps[i] > limit ? 1 : 0);
        return counts;
    }

    // Length of the market's regular closures; 0 where it never closes.
    private static double Closure(double[] starts, double[] steps, double usual)
    {
        int[] longer = [.. Enumerable.Range(0, steps.Length).Where(i => steps[i] > Longer * usual)];
        double[] closures = [.. longer.GroupBy(i => Phase(starts[i], usual))
            .Where(group => group.Count() >= Recurs && group.Count() >= ClosuresShare * longer.Length)
            .SelectMany(group => group.Select(i => steps[i]))];
        return closures.Length == 0 ? 0 : Quantile(closures, LongestClosure);
    }

    // The day of the week for days, the time of the day for shorter steps.
    private static double Phase(double time, double usual) => usual >= UnixTime.MillisecondsPerDay
        ? Math.Floor(time / UnixTime.MillisecondsPerDay) % 7
        : time % UnixTime.MillisecondsPerDay;

    private static double Quantile(double[] values, double share)
    {
        double[] sorted = [.. values];
        Array.Sort(sorted);
        return sorted[(int)(share * (sorted.Length - 1))];
    }
}
