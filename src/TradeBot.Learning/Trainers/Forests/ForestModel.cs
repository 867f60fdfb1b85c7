namespace TradeBot.Learning;

/// <summary>A fitted forest.</summary>
public sealed class ForestModel : IModel, IBatchModel
{
    private readonly TreeSum _sum;

    internal ForestModel(string name, IReadOnlyList<string> features, bool isProbability, TreeSum sum) =>
        (Name, Features, IsProbability, _sum) = (name, features, isProbability, sum);

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Features { get; }

    /// <summary>Whether it predicts a probability: the targets were 0 and 1.</summary>
    public bool IsProbability { get; }

    /// <summary>Number of trees.</summary>
    public int TreeCount => _sum.Trees.Length;

    /// <summary>Total number of nodes.</summary>
    public int NodeCount => _sum.Trees.Sum(tree => tree.Nodes.Length);

    internal TreeSum Sum => _sum;

    /// <summary>The mean of the trees: a probability for targets of 0 and 1.</summary>
    /// <param name="row">One value per feature; NaN is missing.</param>
    /// <returns>Never NaN. Does not allocate.</returns>
    /// <exception cref="ArgumentException">The row has another length.</exception>
    public double Predict(ReadOnlySpan<double> row)
    {
        if (row.Length != Features.Count)
            throw new ArgumentException($"Expected {Features.Count} features, got {row.Length}.", nameof(row));

        return Within(_sum.Score(row, 0));
    }

    /// <summary>Gain importance: each feature's share of the total loss reduction.</summary>
    public IReadOnlyList<double> GainImportance() => _sum.GainImportance(Features.Count);

    void IBatchModel.Predict(Dataset data, int[] rows, Span<double> destination)
    {
        double[] scores = _sum.Score(data, rows, new Workers(null, CancellationToken.None));
        for (int i = 0; i < rows.Length; i++)
            destination[i] = Within(scores[i]);
    }

    /// <summary>Method and size in one line.</summary>
    public override string ToString() => FormattableString.Invariant($"{Name}: {TreeCount:N0} trees, {NodeCount:N0} nodes");

    /// <summary>Rounding may leave the range of probabilities slightly.</summary>
    private double Within(double score) => IsProbability ? Math.Clamp(score, 0, 1) : score;

    internal void Write(ModelWriter writer)
    {
        writer.Write(IsProbability);
        _sum.Write(writer);
    }

    internal static ForestModel Read(ModelReader reader) => new(reader.Name, reader.Features, reader.ReadBoolean(), TreeSum.Read(reader));
}
