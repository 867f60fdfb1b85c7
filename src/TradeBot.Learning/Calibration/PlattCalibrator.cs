using TradeBot.Statistics;

namespace TradeBot.Learning;

/// <summary>Corrects probabilities by a line through their log odds: <c>1 / (1 + e^−(Slope · logit p + Intercept))</c>.</summary>
/// <remarks>
/// Fitted by greatest likelihood to targets drawn a little towards each other, <c>(N₁ + 1) / (N₁ + 2)</c> and <c>1 / (N₀ + 2)</c>, N the
/// weight of each class. Probabilities are held within 2⁻²⁰ of 0 and 1. Source: Platt, "Probabilistic outputs for support vector machines", 1999.
/// </remarks>
public sealed record PlattCalibrator : ICalibrator
{
    // Beside so much data the penalty of the solver is nothing.
    private const double Strength = 1e9;

    internal PlattCalibrator(double slope, double intercept) => (Slope, Intercept) = (slope, intercept);

    /// <summary>What log odds are multiplied by: below 1 where probabilities were too sure.</summary>
    public double Slope { get; }

    /// <summary>What is added to log odds.</summary>
    public double Intercept { get; }

    /// <summary>Fits the line.</summary>
    /// <param name="probabilities">In [0, 1], of rows that the model did not learn from.</param>
    /// <param name="targets">0 or 1, both present, one per probability.</param>
    /// <param name="weights">One per probability; empty when all weigh the same.</param>
    /// <exception cref="ArgumentException">They are not as described.</exception>
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
