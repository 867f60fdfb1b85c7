namespace TradeBot.Reporting;

/// <summary>Equal intervals and how many values fall into each.</summary>
internal readonly record struct HistogramBins(double[] Centers, double[] Counts, double Width)
{
    private const int FewestBins = 5, MostBins = 80;

    /// <summary>Counts the finite values; the last interval includes its upper end.</summary>
    public static HistogramBins Count(ReadOnlySpan<double> values, int? bins)
    {
        double[] sorted = Finite(values);
        if (sorted.Length == 0)
            return new HistogramBins([], [], 1);

        (double start, double width, int count) = bins is int wanted ? Even(sorted, wanted) : Round(sorted);
        double[] counts = new double[count];
        foreach (double value in sorted)
            counts[Math.Clamp((int)Math.Floor((value - start) / width), 0, count - 1)]++;

        double[] centers = new double[count];
        for (int i = 0; i < count; i++)
            centers[i] = start + (i + 0.5) * width;
        return new HistogramBins(centers, counts, width);
    }

    private static double[] Finite(ReadOnlySpan<double> values)
    {
        var finite = new List<double>(values.Length);
        foreach (double value in values)
        {
            if (double.IsFinite(value))
                finite.Add(value);
        }

        finite.Sort();
        return [.. finite];
    }

    private static (double Start, double Width, int Count) Even(double[] sorted, int bins)
    {
        double range = sorted[^1] - sorted[0];
        return range > 0 ? (sorted[0], range / bins, bins) : (sorted[0] - 0.5, 1.0 / bins, bins);
    }

    // Freedman and Diaconis (1981): width 2·IQR·n^(−1/3), here taken to the next step of 1, 2, 2.5 or 5 · 10^k.
    private static (double Start, double Width, int Count) Round(double[] sorted)
    {
        double range = sorted[^1] - sorted[0];
        if (range == 0)
            return (sorted[0] - 0.5, 1, 1);

        double spread = sorted[(int)(0.75 * (sorted.Length - 1))] - sorted[(int)(0.25 * (sorted.Length - 1))];
        double ideal = 2 * spread / Math.Cbrt(sorted.Length);
        double width = NumberTicks.NiceStep(Math.Clamp(ideal, range / MostBins, range / FewestBins));
        double start = Math.Floor(sorted[0] / width) * width;
        return (start, width, Math.Max(1, (int)Math.Floor((sorted[^1] - start) / width) + 1));
    }
}
