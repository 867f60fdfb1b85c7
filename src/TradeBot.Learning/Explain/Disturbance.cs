namespace TradeBot.Learning;

/// <summary>Predictions of rows some of whose features come from other rows.</summary>
internal sealed class Disturbance
{
    private readonly IModel _model;
    private readonly Dataset _rows;
    private readonly int[] _all;

    public Disturbance(IModel model, Dataset data, ReadOnlyMemory<int> rows)
    {
        _model = model;
        _rows = data.Gather(rows.Span);
        _all = [.. Enumerable.Range(0, rows.Length)];
    }

    /// <summary>The groups as given, their names known; each feature by itself when none are.</summary>
    /// <exception cref="ArgumentException">A name is no feature.</exception>
    public static IReadOnlyList<IReadOnlyList<string>> Groups(Dataset data, IReadOnlyList<IReadOnlyList<string>>? groups)
    {
        if (groups?.SelectMany(group => group).FirstOrDefault(name => !data.Names.Contains(name)) is string unknown)
            throw new ArgumentException($"No feature is called '{unknown}'; there are {string.Join(", ", data.Names)}.", nameof(groups));
        return groups ?? [.. data.Names.Select(name => new[] { name })];
    }

    /// <summary>A seeded order of so many rows.</summary>
    public static int[] Deal(int count, int seed)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        new Random(seed).Shuffle(order);
        return order;
    }

    /// <summary>What is foretold when some features of row i are those of row <c>dealt[i]</c>; of all rows in their order.</summary>
    /// <exception cref="ArgumentException">A name is no feature.</exception>
    public double[] Predict(IReadOnlyList<string> features, int[] dealt)
    {
        Dataset disturbed = features.Count == 0 ? _rows : _rows.Replace(features, values => Array.ConvertAll(dealt, row => values[row]));
        double[] predictions = new double[_all.Length];
        _model.Predict(disturbed, _all, predictions);
        return predictions;
    }

    /// <summary>What is foretold when one feature has the same value in every row.</summary>
    /// <exception cref="ArgumentException">The name is no feature.</exception>
    public double[] Predict(string feature, double value)
    {
        double[] predictions = new double[_all.Length];
        _model.Predict(_rows.Replace([feature], values => Array.ConvertAll(values, _ => value)), _all, predictions);
        return predictions;
    }
}
