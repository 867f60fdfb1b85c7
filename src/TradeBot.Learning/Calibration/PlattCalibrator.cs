using TradeBot.Statistics;

namespace TradeBot.Learning;

/// <summary>Platt scaling: linear in the log odds, <c>1 / (1 + e^−(Slope · logit p + Intercept))</c>.</summary>
/// <remarks>
/// Fitted by maximum likelihood to smoothed targets, <c>(N₁ + 1) / (N₁ + 2)</c> and <c>1 / (N₀ + 2)</c>, N the
/// weight of each class. Probabilities are clamped to 2⁻²⁰ from 0 and 1. Source: Platt, "Probabilistic outputs for support vector machines", 1999.
/// </remarks>
public sealed record PlattCalibrator : ICalibrator
{
    // With so much weight on the data, the solver's penalty is negligible.
    private const double Strength = 1e9;

    internal PlattCalibrator(double slope, double intercept) => (Slope, Intercept) = (slope, intercept);

    /// <summary>Slope on the log odds: below 1 when the probabilities were overconfident.</summary>
    public double Slope { get; }

    /// <summary>Intercept on the log odds.</summary>
    public double Intercept { get; }

    /// <summary>Fits the calibration.</summary>
    /// <param name="probabilities">In [0, 1], out of sample: of rows that the model was not trained on.</param>
    /// <param name="targets">0 or 1, both present, one per probability.</param>
    /// <param name="weights">One per probability; empty for equal weights.</param>
    /// <exception cref="ArgumentException">An argument is not as described.</exception>
    public static PlattCalibrator Fit(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> targets, ReadOnlySpan<double> weights = default)
    {
        (double zeros, double ones) = CalibrationRows.Require(probabilities, targets, weights);
        double[] odds = new double[targets.Length], importance = new double[targets.Length], wanted = new double[targets.Length];
        var seen = new RunningMoments();
        for (int i = 0; i < odds.Length; i++)
        {
            (odds[i], importance[i]) = (LogOdds.Of(probabilities[i]), weights.IsEmpty ? 1 : weights[i]);
            wanted[i] = targets[i] == 1 ? (ones + 1) / (ones + 2) : 1 / (zeros + 2);
            if (importance[i] != 0)
                seen.Add(odds[i], importance[i]);
        }

        double mean = seen.Mean, deviation = Math.Sqrt(seen.Squares / seen.Weight);
        if (deviation == 0)
            return new PlattCalibrator(0, Math.Log(ones / zeros));

        double[] matrix = new double[2 * odds.Length];
        for (int i = 0; i < odds.Length; i++)
            (matrix[2 * i], matrix[2 * i + 1]) = (1, (odds[i] - mean) / deviation);
        double[] solution = new LogisticFit(matrix, wanted, importance, Strength).Solve(CancellationToken.None);
        return new PlattCalibrator(solution[1] / deviation, solution[0] - solution[1] * mean / deviation);
    }

    /// <inheritdoc/>
    public double Calibrate(double probability) => 1 / (1 + Math.Exp(-(Slope * LogOdds.Of(probability) + Intercept)));

    internal void Write(ModelWriter writer) => writer.WriteArray([Slope, Intercept]);

    internal static PlattCalibrator Read(ModelReader reader)
    {
        double[] line = reader.ReadArray<double>();
        ModelReader.Require(line.Length == 2, $"a line of {line.Length} numbers");
        return new PlattCalibrator(line[0], line[1]);
    }
}
