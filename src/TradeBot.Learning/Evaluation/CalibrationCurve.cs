namespace TradeBot.Learning;

/// <summary>How often what was foretold with a probability came.</summary>
/// <param name="Bins">Ascending by probability.</param>
/// <param name="ExpectedError">The distance between what was foretold and what came, averaged over the rows; 0 is perfect.</param>
[TypeFormatterSource]
public sealed record CalibrationCurve(IReadOnlyList<CalibrationBin> Bins, double ExpectedError)
{
    /// <summary>The curve of probabilities.</summary>
    /// <param name="probabilities">At least one.</param>
    /// <param name="targets">0 or 1, one per probability.</param>
    /// <param name="bins">Into how many groups of about the same size they are cut; equal probabilities stay together.</param>
    /// <exception cref="ArgumentException">The lengths differ or are 0, or a target is neither 0 nor 1.</exception>
    public static CalibrationCurve Of(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> targets, int bins)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        if (probabilities.IsEmpty || targets.Length != probabilities.Length || targets.ContainsAnyExcept(0.0, 1.0))
            throw new ArgumentException($"Expected a target of 0 or 1 for each of at least one probability; got {targets.Length} for {probabilities.Length}.", nameof(targets));

        double[] sorted = probabilities.ToArray(), came = targets.ToArray();
        Array.Sort(sorted, came);
        List<CalibrationBin> curve = [];
        for (int from = 0, to; from < sorted.Length; from = to)
        {
            to = Math.Max(from + 1, (int)((long)sorted.Length * (curve.Count + 1) / bins));
            while (to < sorted.Length && sorted[to].Equals(sorted[to - 1]))
                to++;
            curve.Add(new CalibrationBin(to - from, ClassificationMetrics.Mean(sorted.AsSpan(from..to)), ClassificationMetrics.Mean(came.AsSpan(from..to))));
        }

        return new CalibrationCurve(curve, curve.Sum(bin => bin.Rows * Math.Abs(bin.Foretold - bin.Came)) / sorted.Length);
    }

    /// <summary>The error in one line.</summary>
    public override string ToString() => FormattableString.Invariant($"expected calibration error {ExpectedError:0.0000} over {Bins.Count} bins");
}

/// <summary>Predictions of about the same probability.</summary>
/// <param name="Rows">How many.</param>
/// <param name="Foretold">The mean probability.</param>
/// <param name="Came">The share whose target is 1.</param>
public readonly record struct CalibrationBin(int Rows, double Foretold, double Came);
