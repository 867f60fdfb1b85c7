using System.Runtime.Intrinsics;

namespace TradeBot.Learning;

/// <summary>Negative log likelihood of targets 0 and 1; scores are log odds.</summary>
internal sealed class BinaryLoss(TrainingInput input) : BoostingLoss(input)
{
    // Keeps a row that is predicted with near certainty from having no weight at all.
    private const double LeastCurvature = 1e-16;

    public override double[] Start()
    {
        double rate = Mean(Input, i => Input.Targets[i]);
        return [Math.Log(rate / (1 - rate))];
    }

    public override void Measure(double[] scores, int output, GradientPairs pairs, Workers workers) => workers.RunChunks(scores.Length, (_, from, to) =>
    {
        Sigmoids(scores.AsSpan(from..to), pairs.Slopes.AsSpan(from..to));
        for (int i = from; i < to; i++)
        {
            double probability = pairs.Slopes[i], weight = Input.WeightOf(i);
            pairs.Slopes[i] = weight * (probability - Input.Targets[i]);
            pairs.Curvatures[i] = weight * Math.Max(probability * (1 - probability), LeastCurvature);
        }
    });

    public override double Of(TrainingInput rows, double[] scores) =>
        Mean(rows, i => Math.Max(scores[i], 0) - rows.Targets[i] * scores[i] + Math.Log(1 + Math.Exp(-Math.Abs(scores[i]))));

    /// <summary>1 / (1 + e^−x), four at a time.</summary>
    public static void Sigmoids(ReadOnlySpan<double> scores, Span<double> destination)
    {
        int i = 0;
        for (; i + Vector256<double>.Count <= scores.Length; i += Vector256<double>.Count)
            (Vector256<double>.One / (Vector256<double>.One + Vector256.Exp(-Vector256.Create(scores[i..])))).CopyTo(destination[i..]);
        for (; i < scores.Length; i++)
            destination[i] = 1 / (1 + Math.Exp(-scores[i]));
    }
}
