namespace TradeBot.Learning;

/// <summary>Predictions after permuting some features across rows.</summary>
internal sealed class PermutedFeatures
{
    private readonly IModel _model;
    private readonly Dataset _rows;
    private readonly int[] _all;

    public PermutedFeatures(IModel model, Dataset data, ReadOnlyMemory<int> rows)
    {
        _model = model;
        _rows = data.Gather(rows.Span);
        _all = [.. Enumerable.Range(0, rows.Length)];
    }

    /// <summary>The groups as given, after checking their names; each feature alone when none are given.</summary>
    /// <exception cref="ArgumentException">A name is not a feature.</exception>
    public static IReadOnlyList<IReadOnlyList<string>> Groups(Dataset data, IReadOnlyList<IReadOnlyList<string>>? groups)
    {
        if (groups?.SelectMany(group => group).FirstOrDefault(name => !data.Names.Contains(name)) is string unknown)
            throw new ArgumentException($"No feature is named '{unknown}'; the features are {string.Join(", ", data.Names)}.", nameof(groups));
        return groups ?? [.. data.Names.Select(name => new[] { name })];
    }

    /// <summary>A seeded random permutation of row numbers.</summary>
    public static int[] Permutation(int count, int seed)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        new Random(seed).Shuffle(order);
        return order;
    }

    /// <summary>Predictions when some features of row i are taken from row <c>permutation[i]</c>, for all rows in order.</summary>
    /// <exception cref="ArgumentException">A name is not a feature.</exception>
    public double[] Predict(IReadOnlyList<string> features, int[] permutation)
    {
        Dataset permuted = features.Count == 0 ? _rows : _rows.Replace(features, values => Array.ConvertAll(permutation, row => values[row]));
        double[] predictions = new double[_all.Length];
        _model.Predict(permuted, _all, predictions);
        return predictions;
    }

    /// <summary>Predictions when one feature has the same value in every row.</summary>
    /// <exception cref="ArgumentException">The name is not a feature.</exception>
    public double[] Predict(string feature, double value)
    {
        double[] predictions = new double[_all.Length];
        _model.Predict(_rows.Replace([feature], values => Array.ConvertAll(values, _ => value)), _all, predictions);
        return predictions;
    }
}
