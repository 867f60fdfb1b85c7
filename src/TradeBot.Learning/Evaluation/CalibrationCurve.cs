namespace TradeBot.Learning;

/// <summary>Reliability curve: predicted probability against observed frequency.</summary>
/// <param name="Bins">Ascending by predicted probability.</param>
/// <param name="ExpectedError">Expected calibration error: the absolute difference between predicted probability and observed frequency, averaged over the rows; 0 is perfect.</param>
[TypeFormatterSource]
public sealed record CalibrationCurve(IReadOnlyList<CalibrationBin> Bins, double ExpectedError)
{
    /// <summary>Computes the reliability curve.</summary>
    /// <param name="probabilities">At least one.</param>
    /// <param name="targets">0 or 1, one per probability.</param>
    /// <param name="bins">Number of bins of about equal size; equal probabilities stay in one bin.</param>
    /// <exception cref="ArgumentException">The lengths differ or are 0, or a target is neither 0 nor 1.</exception>
    public static CalibrationCurve Of(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> targets, int bins)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        if (probabilities.IsEmpty || targets.Length != probabilities.Length || targets.ContainsAnyExcept(0.0, 1.0))
            throw new ArgumentException($"Expected a target of 0 or 1 for each of at least one probability; got {targets.Length} for {probabilities.Length}.", nameof(targets));

        double[] sorted = probabilities.ToArray(), observed = targets.ToArray();
        Array.Sort(sorted, observed);
        List<CalibrationBin> curve = [];
        for (int from = 0, to; from < sorted.Length; from = to)
        {
            to = Math.Max(from + 1, (int)((long)sorted.Length * (curve.Count + 1) / bins));
            while (to < sorted.Length && sorted[to].Equals(sorted[to - 1]))
                to++;
            curve.Add(new CalibrationBin(to - from, ClassificationMetrics.Mean(sorted.AsSpan(from..to)), ClassificationMetrics.Mean(observed.AsSpan(from..to))));
        }

        return new CalibrationCurve(curve, curve.Sum(bin => bin.Rows * Math.Abs(bin.Predicted - bin.Observed)) / sorted.Length);
    }

    /// <summary>The error in one line.</summary>
    public override string ToString() => FormattableString.Invariant($"expected calibration error {ExpectedError:0.0000} over {Bins.Count} bins");
}

/// <summary>One bin of predictions of similar probability.</summary>
/// <param name="Rows">How many.</param>
/// <param name="Predicted">The mean predicted probability.</param>
/// <param name="Observed">The observed frequency: the share of rows whose target is 1.</param>
public readonly record struct CalibrationBin(int Rows, double Predicted, double Observed);
