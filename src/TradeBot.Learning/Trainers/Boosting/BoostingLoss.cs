namespace TradeBot.Learning;

/// <summary>The loss that boosting minimises: a function of targets and scores. Contains the state of one training.</summary>
/// <param name="input">The training rows.</param>
internal abstract class BoostingLoss(TrainingInput input)
{
    /// <summary>Scores per row, hence trees per round.</summary>
    public virtual int Outputs => 1;

    protected TrainingInput Input => input;

    public static BoostingLoss Of(GradientBoosting options, BoostingObjective objective, TrainingInput input) => objective switch
    {
        BoostingObjective.Binary => new BinaryLoss(input),
        BoostingObjective.Multiclass => new MulticlassLoss(input),
        BoostingObjective.Quantile => new QuantileLoss(input, options.Quantile),
        BoostingObjective.Ranking => new RankingLoss(input),
        _ => new SquaredLoss(input),
    };

    /// <summary>The scores before the first tree.</summary>
    public abstract double[] Start();

    /// <summary>Gradients and Hessians of one output at the current scores.</summary>
    public abstract void Measure(double[] scores, int output, GradientPairs pairs, Workers workers);

    /// <summary>Called before the outputs of a round are measured.</summary>
    public virtual void BeginRound(double[] scores, Workers workers)
    {
    }

    /// <summary>The value of a leaf; the default is one step of Newton's method.</summary>
    public virtual double LeafValue(ReadOnlySpan<int> rows, double[] scores, GradientPairs pairs, double l2)
    {
        double slope = 0, curvature = 0;
        foreach (int row in rows)
        {
            slope += pairs.Slopes[row];
            curvature += pairs.Curvatures[row];
        }

        return curvature + l2 > 0 ? -slope / (curvature + l2) : 0;
    }

    /// <summary>The mean loss on other rows.</summary>
    public abstract double Of(TrainingInput rows, double[] scores);

    /// <summary>The mean of a loss by row, weighted.</summary>
    protected static double Mean(TrainingInput rows, Func<int, double> loss)
    {
        double sum = 0, weights = 0;
        for (int i = 0; i < rows.Targets.Length; i++)
        {
            sum += rows.WeightOf(i) * loss(i);
            weights += rows.WeightOf(i);
        }

        return sum / weights;
    }
}
