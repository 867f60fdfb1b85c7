namespace TradeBot.Learning;

/// <summary>A fitted gradient-boosting model.</summary>
public sealed class GradientBoostingModel : IModel, IBatchModel
{
    private readonly TreeSum _sum;

    internal GradientBoostingModel(string name, IReadOnlyList<string> features, BoostingObjective objective, TreeSum sum) =>
        (Name, Features, Objective, _sum) = (name, features, objective, sum);

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Features { get; }

    /// <summary>The target type; never automatic.</summary>
    public BoostingObjective Objective { get; }

    /// <summary>Number of classes; 1 when the objective is not <see cref="BoostingObjective.Multiclass"/>.</summary>
    public int Classes => _sum.Outputs;

    /// <summary>Number of trees.</summary>
    public int TreeCount => _sum.Trees.Length;

    /// <summary>Total number of nodes.</summary>
    public int NodeCount => _sum.Trees.Sum(tree => tree.Nodes.Length);

    internal TreeSum Sum => _sum;

    /// <summary>Predicts a row: a probability for two classes, the most likely class for several, otherwise a number.</summary>
    /// <param name="row">One value per feature; NaN is missing.</param>
    /// <returns>Never NaN. Does not allocate, up to 64 classes.</returns>
    /// <exception cref="ArgumentException">The row has another length.</exception>
    public double Predict(ReadOnlySpan<double> row)
    {
        RequireLength(row);
        if (Objective == BoostingObjective.Binary)
            return 1 / (1 + Math.Exp(-_sum.Score(row, 0)));

        if (Objective != BoostingObjective.Multiclass)
            return _sum.Score(row, 0);

        Span<double> scores = Classes <= 64 ? stackalloc double[Classes] : new double[Classes];
        for (int output = 0; output < scores.Length; output++)
            scores[output] = _sum.Score(row, output);
        return MulticlassLoss.Highest(scores);
    }

    /// <summary>The probability of each class.</summary>
    /// <param name="row">One value per feature; NaN is missing.</param>
    /// <param name="destination">One slot per class.</param>
    /// <exception cref="InvalidOperationException">The objective is not <see cref="BoostingObjective.Multiclass"/>.</exception>
    public void PredictClasses(ReadOnlySpan<double> row, Span<double> destination)
    {
        RequireLength(row);
        if (Objective != BoostingObjective.Multiclass)
            throw new InvalidOperationException($"The model's objective is {Objective}, not Multiclass.");
        if (destination.Length != Classes)
            throw new ArgumentException($"Expected {Classes} slots, got {destination.Length}.", nameof(destination));

        for (int output = 0; output < Classes; output++)
            destination[output] = _sum.Score(row, output);
        MulticlassLoss.Softmax(destination, destination);
    }

    /// <summary>Gain importance: each feature's share of the total loss reduction.</summary>
    public IReadOnlyList<double> GainImportance() => _sum.GainImportance(Features.Count);

    void IBatchModel.Predict(Dataset data, int[] rows, Span<double> destination)
    {
        double[] scores = _sum.Score(data, rows, new Workers(null, CancellationToken.None));
        if (Objective == BoostingObjective.Binary)
        {
            for (int i = 0; i < rows.Length; i++)
                destination[i] = 1 / (1 + Math.Exp(-scores[i]));
            return;
        }

        for (int i = 0; i < rows.Length; i++)
        {
            Span<double> row = scores.AsSpan(i * Classes, Classes);
            destination[i] = Objective == BoostingObjective.Multiclass ? MulticlassLoss.Highest(row) : row[0];
        }
    }

    /// <summary>Method and size in one line.</summary>
    public override string ToString() => FormattableString.Invariant($"{Name}: {TreeCount:N0} trees, {NodeCount:N0} nodes");

    private void RequireLength(ReadOnlySpan<double> row)
    {
        if (row.Length != Features.Count)
            throw new ArgumentException($"Expected {Features.Count} features, got {row.Length}.", nameof(row));
    }

    internal void Write(ModelWriter writer)
    {
        writer.Write((byte)Objective);
        _sum.Write(writer);
    }

    internal static GradientBoostingModel Read(ModelReader reader) =>
        new(reader.Name, reader.Features, reader.ReadEnum<BoostingObjective>("objective"), TreeSum.Read(reader));
}
