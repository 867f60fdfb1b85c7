namespace TradeBot.Learning;

/// <summary>A trainer on reduced features; reduction and model are both fitted to the training rows only.</summary>
public sealed record Reduced : ITrainer
{
    /// <summary>The dimensionality reduction.</summary>
    public required IReduction Reduction { get; init; }

    /// <summary>The trainer on the reduced features.</summary>
    public required ITrainer Member { get; init; }

    /// <inheritdoc/>
    public string Name => $"{Reduction.Name} → {Member.Name}";

    /// <inheritdoc/>
    public IModel Train(Dataset data, ReadOnlyMemory<int> rows, int seed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        IReducer reducer = Reduction.Fit(data, rows, seed, cancellationToken);
        int[] training = rows.ToArray();
        double[][] columns = [.. reducer.Names.Select(_ => new double[training.Length])];
        double[] row = new double[data.Names.Count], few = new double[columns.Length];
        for (int i = 0; i < training.Length; i++)
        {
            data.CopyRow(training[i], row);
            reducer.Reduce(row, few);
            for (int column = 0; column < few.Length; column++)
                columns[column][i] = few[column];
        }

        Dataset reduced = OutOfFold.With(data, training, reducer.Names, columns);
        return new ReducedModel(Name, reducer, Member.Train(reduced, Enumerable.Range(0, training.Length).ToArray(), seed, cancellationToken));
    }
}
