namespace TradeBot.Learning;

/// <summary>Pinball loss: under-prediction costs q, over-prediction 1 − q. A leaf's value is the quantile of its residuals.</summary>
internal sealed class QuantileLoss(TrainingInput input, double quantile) : BoostingLoss(input)
{
    public override double[] Start() => [OfWeighted([.. Input.Targets], [.. Enumerable.Range(0, Input.Targets.Length).Select(Input.WeightOf)])];

    public override void Measure(double[] scores, int output, GradientPairs pairs, Workers workers) => workers.RunChunks(scores.Length, (_, from, to) =>
    {
        for (int i = from; i < to; i++)
        {
            double weight = Input.WeightOf(i);
            (pairs.Slopes[i], pairs.Curvatures[i]) = (weight * (scores[i] < Input.Targets[i] ? -quantile : 1 - quantile), weight);
        }
    });

    public override double LeafValue(ReadOnlySpan<int> rows, double[] scores, GradientPairs pairs, double l2)
    {
        double[] rest = new double[rows.Length], weights = new double[rows.Length];
        for (int i = 0; i < rows.Length; i++)
            (rest[i], weights[i]) = (Input.Targets[rows[i]] - scores[rows[i]], pairs.Curvatures[rows[i]]);
        return OfWeighted(rest, weights);
    }

    public override double Of(TrainingInput rows, double[] scores) => Mean(rows, i =>
    {
        double rest = rows.Targets[i] - scores[i];
        return rest > 0 ? quantile * rest : (quantile - 1) * rest;
    });

    /// <summary>The weighted quantile: the smallest value at or below which that share of the weight is.</summary>
    private double OfWeighted(double[] values, double[] weights)
    {
        Array.Sort(values, weights);
        double wanted = quantile * weights.Sum(), seen = 0;
        for (int i = 0; i < values.Length; i++)
        {
            seen += weights[i];
            if (seen >= wanted && weights[i] > 0)
                return values[i];
        }

        return values[^1];
    }
}
