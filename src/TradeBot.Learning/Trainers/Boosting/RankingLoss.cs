namespace TradeBot.Learning;

/// <summary>Logistic loss over the pairs of rows that are decided at the same time and have different targets.</summary>
/// <remarks>Source: Burges et al., "Learning to rank using gradient descent", ICML 2005.</remarks>
internal sealed class RankingLoss(TrainingInput input) : BoostingLoss(input)
{
    private readonly List<Range> _groups = Groups(input);

    public override double[] Start() => [0];

    public override void Measure(double[] scores, int output, GradientPairs pairs, Workers workers)
    {
        Array.Clear(pairs.Slopes);
        Array.Clear(pairs.Curvatures);
        workers.Run(_groups.Count, isWorthThreads: true, group =>
        {
            int from = _groups[group].Start.Value, to = _groups[group].End.Value;
            for (int i = from; i < to; i++)
            {
                for (int j = from; j < to; j++)
                {
                    if (Input.Targets[i] <= Input.Targets[j])
                        continue;
                    double wrong = 1 / (1 + Math.Exp(scores[i] - scores[j])), weight = Input.WeightOf(i) * Input.WeightOf(j) / (to - from);
                    pairs.Slopes[i] -= weight * wrong;
                    pairs.Slopes[j] += weight * wrong;
                    pairs.Curvatures[i] += weight * wrong * (1 - wrong);
                    pairs.Curvatures[j] += weight * wrong * (1 - wrong);
                }
            }
        });
    }

    public override double Of(TrainingInput rows, double[] scores)
    {
        double sum = 0, weights = 0;
        foreach (Range group in Groups(rows))
        {
            for (int i = group.Start.Value; i < group.End.Value; i++)
            {
                for (int j = group.Start.Value; j < group.End.Value; j++)
                {
                    if (rows.Targets[i] <= rows.Targets[j])
                        continue;
                    double weight = rows.WeightOf(i) * rows.WeightOf(j);
                    sum += weight * Math.Log(1 + Math.Exp(scores[j] - scores[i]));
                    weights += weight;
                }
            }
        }

        return sum / weights;
    }

    /// <summary>Groups of neighbouring rows with the same decision time.</summary>
    private static List<Range> Groups(TrainingInput input)
    {
        List<Range> groups = [];
        ReadOnlySpan<long> starts = input.Data.Starts;
        for (int from = 0, to; from < input.Rows.Length; from = to)
        {
            to = from + 1;
            while (to < input.Rows.Length && starts[input.Rows[to]] == starts[input.Rows[from]])
                to++;
            groups.Add(from..to);
        }

        return groups;
    }
}
