namespace TradeBot.Reporting;

/// <summary>Finds where times leave out what their own rhythm promises, so that no line is drawn over what is not there.</summary>
/// <remarks>
/// Where most neighbours are one step apart and few are further, the few are gaps. Where many are further apart, as with
/// the nights and weekends of a stock exchange, or where there is no such step, nothing is missing.
/// </remarks>
internal static class TimeGaps
{
    private const int FewestSteps = 6, OneIn = 40;
    private const double Longer = 1.5;

    /// <summary>For each time, how many gaps there are before it; empty without a gap.</summary>
    /// <param name="times">Rising, as any number.</param>
    public static int[] CountBefore(ReadOnlySpan<double> times)
    {
        if (times.Length <= FewestSteps)
            return [];

        double[] steps = new double[times.Length - 1];
        for (int i = 0; i < steps.Length; i++)
            steps[i] = times[i + 1] - times[i];
        double usual = Median(steps);
        int gaps = steps.Count(step => step > Longer * usual);
        if (!(usual > 0) || gaps == 0 || gaps > Math.Max(1, steps.Length / OneIn) || steps.Any(step => step < 0))
            return [];

        int[] counts = new int[times.Length];
        for (int i = 0; i < steps.Length; i++)
            counts[i + 1] = counts[i] + (steps[i] > Longer * usual ? 1 : 0);
        return counts;
    }

    private static double Median(double[] values)
    {
        double[] sorted = [.. values];
        Array.Sort(sorted);
        return sorted[sorted.Length / 2];
    }
}
