namespace TradeBot.Learning;

/// <summary>Half the squared error.</summary>
internal sealed class SquaredLoss(TrainingInput input) : BoostingLoss(input)
{
    public override double[] Start() => [Mean(Input, i => Input.Targets[i])];

    public override void Measure(double[] scores, int output, GradientPairs pairs, Workers workers) => workers.RunChunks(scores.Length, (_, from, to) =>
    {
        for (int i = from; i < to; i++)
        {
            double weight = Input.WeightOf(i);
            (pairs.Slopes[i], pairs.Curvatures[i]) = (weight * (scores[i] - Input.Targets[i]), weight);
        }
    });

    public override double Of(TrainingInput rows, double[] scores) => Mean(rows, i => 0.5 * (scores[i] - rows.Targets[i]) * (scores[i] - rows.Targets[i]));
}
