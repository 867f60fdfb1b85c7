namespace TradeBot.Learning;

/// <summary>The training of a forest.</summary>
/// <remarks>
/// Splits minimise the squared error of the target, for targets of 0 and 1 the Gini impurity. Values are put into 255
/// bins of equal weight. NaN is a missing value and goes to the side with the lower error; right with random thresholds.
/// </remarks>
internal sealed class ForestRun(string name, int trees, int depth, double minLeaf, double? featureShare, bool drawsRows, bool drawsThresholds)
{
    public ForestModel Train(Dataset data, ReadOnlySpan<int> rows, int seed, int? threads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(data);
        using LongWork work = LongWork.Begin(name, "trees", cancellationToken);
        var workers = new Workers(threads, work.Cancellation);
        TrainingRows.RequireForTrees(data, rows, data.IsBinary ? TargetKind.Binary : TargetKind.Number);
        TrainingInput input = TrainingInput.Of(data, rows);
        BinnedRows bins = BinnedRows.Of(input, FeatureBins.Most - 1, [], seed, workers);
        ulong[] keys = [.. data.Names.Select(Draws.Of)];
        TreeShape shape = ShapeOf(data);
        // Targets of 0 and 1 stay whole numbers, so that splits of equal gain compare equal.
        double middle = data.IsBinary ? 0 : Mean(input);
        GradientPairs pairs = Pairs(input, middle, workers);
        double[]? cumulative = input.Weights == null ? null : Cumulative(input.Weights);

        var grown = new Tree[trees];
        workers.Run(trees, isWorthThreads: true, i =>
        {
            ulong treeSeed = Draws.Mix((ulong)(uint)seed, (ulong)i);
            var grower = new TreeGrower(bins, shape, pairs, keys, workers.Single());
            GrownTree tree = grower.Grow(drawsRows ? Draw(input.Rows.Length, cumulative, treeSeed) : [.. Enumerable.Range(0, input.Rows.Length)], null, treeSeed);
            grown[i] = tree.Finish([.. tree.Leaves.Select(leaf => MeanOf(grower.Rows(leaf), pairs) / trees)]);
            work.Step(trees);
        });
        return new ForestModel(name, data.Names, data.IsBinary, new TreeSum(grown, [middle]));
    }

    private TreeShape ShapeOf(Dataset data)
    {
        int features = data.Names.Count;
        double wanted = featureShare is double share ? share * features : data.IsBinary ? Math.Sqrt(features) : features / 3.0;
        return new TreeShape
        {
            MaxDepth = depth,
            MaxLeaves = int.MaxValue,
            MinCurvature = minLeaf,
            FeaturesPerNode = Math.Clamp((int)Math.Round(wanted), 1, features),
            DrawsThresholds = drawsThresholds,
        };
    }

    /// <summary>Squared error around a centre. Drawing rows by weight already accounts for the weights.</summary>
    private GradientPairs Pairs(TrainingInput input, double middle, Workers workers)
    {
        var pairs = new GradientPairs(input.Rows.Length);
        for (int i = 0; i < input.Rows.Length; i++)
        {
            double weight = drawsRows ? Math.Sign(input.WeightOf(i)) : input.WeightOf(i);
            (pairs.Slopes[i], pairs.Curvatures[i]) = (weight * (middle - input.Targets[i]), weight);
        }

        pairs.Pack(workers);
        return pairs;
    }

    private static double Mean(TrainingInput input)
    {
        double sum = 0, weights = 0;
        for (int i = 0; i < input.Targets.Length; i++)
        {
            sum += input.WeightOf(i) * input.Targets[i];
            weights += input.WeightOf(i);
        }

        return sum / weights;
    }

    private static double MeanOf(ReadOnlySpan<int> rows, GradientPairs pairs)
    {
        double slope = 0, weight = 0;
        foreach (int row in rows)
        {
            slope += pairs.Slopes[row];
            weight += pairs.Curvatures[row];
        }

        return weight > 0 ? -slope / weight : 0;
    }

    private static double[] Cumulative(double[] weights)
    {
        double[] sums = new double[weights.Length];
        double sum = 0;
        for (int i = 0; i < weights.Length; i++)
            sums[i] = sum += weights[i];
        return sums;
    }

    /// <summary>A bootstrap sample of the same size, ascending.</summary>
    private static int[] Draw(int count, double[]? cumulative, ulong seed)
    {
        int[] rows = new int[count];
        for (int i = 0; i < count; i++)
        {
            double draw = Draws.Uniform(seed, (ulong)i);
            rows[i] = cumulative == null ? (int)(draw * count) : FirstAbove(cumulative, draw * cumulative[^1]);
        }

        Array.Sort(rows);
        return rows;
    }

    private static int FirstAbove(double[] cumulative, double value)
    {
        int low = 0, high = cumulative.Length - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (cumulative[middle] > value)
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }
}
