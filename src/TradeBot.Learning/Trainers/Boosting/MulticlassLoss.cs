namespace TradeBot.Learning;

/// <summary>Cross entropy of classes 0 to K − 1; one score per class; the probabilities are their softmax.</summary>
internal sealed class MulticlassLoss(TrainingInput input) : BoostingLoss(input)
{
    private const double LeastCurvature = 1e-16;

    // The rate assumed for a class without rows.
    private const double Rarest = 1e-9;

    private readonly double[] _probabilities = new double[input.Targets.Length * ((int)input.Targets.Max() + 1)];

    public override int Outputs { get; } = (int)input.Targets.Max() + 1;

    public override double[] Start()
    {
        double[] rates = new double[Outputs];
        for (int i = 0; i < Input.Targets.Length; i++)
            rates[(int)Input.Targets[i]] += Input.WeightOf(i);
        double total = rates.Sum();
        return Array.ConvertAll(rates, rate => Math.Log(Math.Max(rate / total, Rarest)));
    }

    public override void BeginRound(double[] scores, Workers workers) => workers.RunChunks(Input.Targets.Length, (_, from, to) =>
    {
        for (int i = from; i < to; i++)
            Softmax(scores.AsSpan(i * Outputs, Outputs), _probabilities.AsSpan(i * Outputs, Outputs));
    });

    public override void Measure(double[] scores, int output, GradientPairs pairs, Workers workers) => workers.RunChunks(Input.Targets.Length, (_, from, to) =>
    {
        // The classes' scores move together: the curvature of one alone is scaled by K / (K − 1) (Friedman, 2001).
        double scale = Outputs / (Outputs - 1.0);
        for (int i = from; i < to; i++)
        {
            double probability = _probabilities[i * Outputs + output], weight = Input.WeightOf(i);
            pairs.Slopes[i] = weight * (probability - (Input.Targets[i] == output ? 1 : 0));
            pairs.Curvatures[i] = weight * scale * Math.Max(probability * (1 - probability), LeastCurvature);
        }
    });

    public override double Of(TrainingInput rows, double[] scores)
    {
        double[] probabilities = new double[Outputs];
        return Mean(rows, i =>
        {
            Softmax(scores.AsSpan(i * Outputs, Outputs), probabilities);
            int target = (int)rows.Targets[i];
            return -Math.Log(target < Outputs ? Math.Max(probabilities[target], double.Epsilon) : double.Epsilon);
        });
    }

    public static void Softmax(ReadOnlySpan<double> scores, Span<double> destination)
    {
        double highest = scores[0], sum = 0;
        foreach (double score in scores)
            highest = Math.Max(highest, score);
        for (int i = 0; i < scores.Length; i++)
            sum += destination[i] = Math.Exp(scores[i] - highest);
        for (int i = 0; i < scores.Length; i++)
            destination[i] /= sum;
    }

    /// <summary>The class with the highest score, the first on a tie.</summary>
    public static int Highest(ReadOnlySpan<double> scores)
    {
        int best = 0;
        for (int i = 1; i < scores.Length; i++)
            best = scores[i] > scores[best] ? i : best;
        return best;
    }
}
