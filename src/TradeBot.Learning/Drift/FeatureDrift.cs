namespace TradeBot.Learning;

/// <summary>Drift of one column from its training distribution.</summary>
/// <param name="Name">The column.</param>
/// <param name="StabilityIndex">Population stability index: the sum over tenths of the training values of <c>(now − then) · ln(now / then)</c>; below 0.1 is stable, above 0.25 has drifted.</param>
/// <param name="Distance">Kolmogorov–Smirnov distance: the largest difference between the two distribution functions, in [0, 1].</param>
/// <param name="PValue">p-value of that distance for independent values; too small when neighbouring values are correlated.</param>
/// <param name="AdjustedPValue">p-value adjusted for testing every column (Holm).</param>
public sealed record FeatureDrift(string Name, double StabilityIndex, double Distance, double PValue, double AdjustedPValue)
{
    /// <summary>The stability index above which a column counts as drifted.</summary>
    public const double DriftThreshold = 0.25;

    private const int Tenths = 10;
    private const double Rounding = 1e-9;

    /// <summary>True when the stability index is above <see cref="DriftThreshold"/>.</summary>
    public bool HasDrifted => StabilityIndex > DriftThreshold;

    internal static FeatureDrift Of(FeatureSummary then, ReadOnlySpan<double> values)
    {
        double[] now = [.. values.ToArray().Where(value => !double.IsNaN(value)).Order()];
        if (now.Length == 0)
            throw new ArgumentException($"The column '{then.Name}' has no value to compare.", nameof(values));

        double distance = 0;
        for (int i = 0; i < then.Values.Count; i++)
            distance = Math.Max(distance, Math.Abs((double)FeatureSummary.NotAbove(now, then.Values[i]) / now.Length - then.Shares[i]));
        distance = Math.Max(distance, (double)now.Count(value => value < then.Values[0]) / now.Length);
        double p = KolmogorovTail(distance, (double)then.Count * now.Length / (then.Count + now.Length));
        return new FeatureDrift(then.Name, Stability(then, now), distance, p, p);
    }

    /// <summary>The index over tenths, fewer where values repeat; each count is raised by one half, so that an empty bin does not give infinity.</summary>
    private static double Stability(FeatureSummary then, double[] now)
    {
        double index = 0, shareBefore = 0;
        int nowBefore = 0, tenth = 1;
        List<(double Then, double Now)> parts = [];
        for (int i = 0; i < then.Values.Count; i++)
        {
            bool isLast = i == then.Values.Count - 1;
            if (then.Shares[i] * Tenths < tenth - Rounding && !isLast)
                continue;

            int until = isLast ? now.Length : FeatureSummary.NotAbove(now, then.Values[i]);
            parts.Add(((then.Shares[i] - shareBefore) * then.Count, until - nowBefore));
            (shareBefore, nowBefore) = (then.Shares[i], until);
            tenth = (int)Math.Floor(then.Shares[i] * Tenths + Rounding) + 1;
        }

        foreach ((double before, double after) in parts)
        {
            double expected = (before + 0.5) / (then.Count + 0.5 * parts.Count), actual = (after + 0.5) / (now.Length + 0.5 * parts.Count);
            index += (actual - expected) * Math.Log(actual / expected);
        }

        return index;
    }

    /// <summary>Probability of a larger distance. Source: Stephens, <i>J. Royal Statistical Society B</i> 32(1), 1970, for the correction of small samples.</summary>
    private static double KolmogorovTail(double distance, double effective)
    {
        double root = Math.Sqrt(effective), x = distance * (root + 0.12 + 0.11 / root), sum = 0;
        if (x < 0.2)
            return 1;
        for (int k = 1; k <= 100; k++)
            sum += (k % 2 == 1 ? 2 : -2) * Math.Exp(-2.0 * k * k * x * x);
        return Math.Clamp(sum, 0, 1);
    }
}
