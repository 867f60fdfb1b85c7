namespace TradeBot.Learning;

/// <summary>TreeSHAP: exact Shapley values, each feature's contribution to a tree model's prediction.</summary>
/// <remarks>
/// A missing feature is averaged over by the training rows that passed each branch. The values and the base value add up to the
/// score: log odds for boosted classification, the probability itself for a forest.
/// Source: Lundberg et al., "From local explanations to global understanding with explainable AI for trees", <i>Nature Machine Intelligence</i> 2, 2020, algorithm 2.
/// </remarks>
public static class TreeShap
{
    /// <summary>Computes the contribution of each feature to the score of a row.</summary>
    /// <param name="model">A tree model with one output.</param>
    /// <param name="row">One value per feature; NaN is missing.</param>
    /// <param name="destination">One slot per feature.</param>
    /// <returns>The base value: the expected score without knowing any feature.</returns>
    /// <exception cref="ArgumentException">The model is not a tree model, has several outputs, or the lengths differ.</exception>
    public static double Explain(IModel model, ReadOnlySpan<double> row, Span<double> destination)
    {
        ArgumentNullException.ThrowIfNull(model);
        TreeSum sum = model switch
        {
            GradientBoostingModel { Classes: 1 } boosting => boosting.Sum,
            ForestModel forest => forest.Sum,
            _ => throw new ArgumentException($"Expected a tree model with one output, got {model.Name}.", nameof(model)),
        };
        if (row.Length != model.Features.Count || destination.Length != row.Length)
            throw new ArgumentException($"Expected {model.Features.Count} features and slots, got {row.Length} and {destination.Length}.", nameof(row));

        destination.Clear();
        double start = sum.Start[0];
        foreach (Tree tree in sum.Trees)
        {
            start += Expected(tree, 0);
            Visit(tree, 0, row, destination, [], new Step(-1, 1, 1, 0));
        }

        return start;
    }

    /// <summary>Computes the contribution of each feature to the score of many rows.</summary>
    /// <param name="model">A tree model with one output.</param>
    /// <param name="data">Has the features of the model, in the same order.</param>
    /// <param name="rows">Row numbers, at least one. Rows that the model was not trained on show what it uses out of sample.</param>
    /// <returns>Base value, predictions and contributions, aligned with <paramref name="rows"/>; features ordered by mean absolute contribution.</returns>
    /// <exception cref="ArgumentException">The model is not a tree model or has several outputs, the features differ, or there are no rows.</exception>
    public static ShapleyTable Explain(this IModel model, Dataset data, ReadOnlySpan<int> rows)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(data);
        if (rows.IsEmpty)
            throw new ArgumentException("Expected at least 1 row, got none.", nameof(rows));
        if (!data.Names.SequenceEqual(model.Features))
            throw new ArgumentException($"Expected the features of the model, {string.Join(", ", model.Features)}; got {string.Join(", ", data.Names)}.", nameof(data));

        int features = data.Names.Count;
        double[][] values = Columns(features, rows.Length), contributions = Columns(features, rows.Length);
        double[] means = new double[features], row = new double[features], slots = new double[features], predictions = new double[rows.Length];
        double start = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            data.CopyRow(rows[i], row);
            start = Explain(model, row, slots);
            for (int feature = 0; feature < features; feature++)
            {
                (values[feature][i], contributions[feature][i]) = (row[feature], slots[feature]);
                means[feature] += Math.Abs(slots[feature]) / rows.Length;
            }
        }

        model.Predict(data, rows, predictions);
        return new ShapleyTable(model.Name, start, predictions, [.. Enumerable.Range(0, features)
            .OrderByDescending(feature => means[feature])
            .Select(feature => new FeatureContribution(data.Names[feature], means[feature], values[feature], contributions[feature]))]);
    }

    private static double[][] Columns(int count, int length) => [.. Enumerable.Range(0, count).Select(_ => new double[length])];

    /// <summary>The mean of a subtree's leaves, weighted by cover.</summary>
    private static double Expected(Tree tree, int node)
    {
        TreeNode asked = tree.Nodes[node];
        if (asked.IsLeaf(node))
            return tree.Values[node];

        return Share(tree, node, asked.Left) * Expected(tree, asked.Left) + Share(tree, node, asked.Left + 1) * Expected(tree, asked.Left + 1);
    }

    private static double Share(Tree tree, int parent, int child)
    {
        double both = tree.Covers[tree.Nodes[parent].Left] + tree.Covers[tree.Nodes[parent].Left + 1];
        return both > 0 ? tree.Covers[child] / both : 0.5;
    }

    private static void Visit(Tree tree, int node, ReadOnlySpan<double> row, Span<double> contributions, Step[] before, Step step)
    {
        Step[] path = Extend(before, step);
        TreeNode asked = tree.Nodes[node];
        if (asked.IsLeaf(node))
        {
            for (int i = 1; i < path.Length; i++)
            {
                double weight = 0;
                foreach (Step kept in Unwind(path, i))
                    weight += kept.Weight;
                contributions[path[i].Feature] += weight * (path[i].One - path[i].Zero) * tree.Values[node];
            }

            return;
        }

        int right = tree.GoesRight(node, row[asked.Feature]) ? 1 : 0, hot = asked.Left + right, cold = asked.Left + 1 - right;
        double zero = 1, one = 1;
        int earlier = Array.FindIndex(path, item => item.Feature == asked.Feature);
        if (earlier >= 0)
        {
            (zero, one) = (path[earlier].Zero, path[earlier].One);
            path = Unwind(path, earlier);
        }

        Visit(tree, hot, row, contributions, path, new Step(asked.Feature, zero * Share(tree, node, hot), one, 0));
        if (Share(tree, node, cold) > 0)
            Visit(tree, cold, row, contributions, path, new Step(asked.Feature, zero * Share(tree, node, cold), 0, 0));
    }

    /// <summary>A path with one more feature: the weights of the subsets of every size grow by it.</summary>
    private static Step[] Extend(Step[] path, Step step)
    {
        int length = path.Length;
        Step[] longer = [.. path, step with { Weight = length == 0 ? 1 : 0 }];
        for (int i = length - 1; i >= 0; i--)
        {
            longer[i + 1].Weight += step.One * longer[i].Weight * (i + 1) / (length + 1);
            longer[i].Weight = step.Zero * longer[i].Weight * (length - i) / (length + 1);
        }

        return longer;
    }

    /// <summary>The path as it would be without one of its features.</summary>
    private static Step[] Unwind(Step[] path, int index)
    {
        int last = path.Length - 1;
        (double zero, double one) = (path[index].Zero, path[index].One);
        Step[] shorter = path[..last];
        double next = path[last].Weight;
        for (int i = last - 1; i >= 0; i--)
        {
            if (one != 0)
            {
                double weight = shorter[i].Weight;
                shorter[i].Weight = next * (last + 1) / ((i + 1) * one);
                next = weight - shorter[i].Weight * zero * (last - i) / (last + 1);
            }
            else
            {
                shorter[i].Weight = shorter[i].Weight * (last + 1) / (zero * (last - i));
            }
        }

        for (int i = index; i < last; i++)
            (shorter[i].Feature, shorter[i].Zero, shorter[i].One) = (path[i + 1].Feature, path[i + 1].Zero, path[i + 1].One);
        return shorter;
    }

    /// <summary>A feature on the path: the fraction of rows that pass when it is unknown, and 1 or 0 when it is known.</summary>
    private record struct Step(int Feature, double Zero, double One, double Weight);
}
