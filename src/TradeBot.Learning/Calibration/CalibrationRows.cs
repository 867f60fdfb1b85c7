namespace TradeBot.Learning;

/// <summary>Checks before a calibration is fitted.</summary>
internal static class CalibrationRows
{
    /// <summary>Requires probabilities with targets of both classes.</summary>
    /// <returns>The weight of each class.</returns>
    public static (double Zeros, double Ones) Require(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> targets, ReadOnlySpan<double> weights)
    {
        if (probabilities.IsEmpty || targets.Length != probabilities.Length || !weights.IsEmpty && weights.Length != probabilities.Length)
            throw new ArgumentException($"Expected a target for each of at least one probability, and as many weights or none; got {targets.Length}, {probabilities.Length} and {weights.Length}.", nameof(probabilities));

        double zeros = 0, ones = 0;
        for (int i = 0; i < targets.Length; i++)
        {
            if (!(probabilities[i] >= 0 && probabilities[i] <= 1))
                throw new ArgumentException(FormattableString.Invariant($"Calibration needs probabilities; row {i} has {probabilities[i]:R}."), nameof(probabilities));
            if (targets[i] is not (0 or 1))
                throw new ArgumentException(FormattableString.Invariant($"Calibration needs targets of 0 or 1; row {i} has {targets[i]:R}."), nameof(targets));
            double weight = weights.IsEmpty ? 1 : weights[i];
            (zeros, ones) = (zeros + weight * (1 - targets[i]), ones + weight * targets[i]);
        }

        return zeros > 0 && ones > 0
            ? (zeros, ones)
            : throw new ArgumentException($"All {targets.Length} rows have the target {(ones > 0 ? 1 : 0)}: there is nothing to calibrate.", nameof(targets));
    }
}
