namespace TradeBot.Learning;

/// <summary>A training method: options in, a model out. Immutable; the same rows and seed give the same model, bit for bit.</summary>
public interface ITrainer
{
    /// <summary>The method with its parameters, such as <c>logistic(C=1)</c>.</summary>
    string Name { get; }

    /// <summary>Trains on the given rows and on nothing else of the data set.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="rows">Training rows, ascending.</param>
    /// <param name="seed">Random seed; deterministic methods ignore it.</param>
    /// <param name="cancellationToken">Ends the training.</param>
    /// <exception cref="ArgumentException">The method cannot use the rows; the message says what is wrong and where.</exception>
    IModel Train(Dataset data, ReadOnlyMemory<int> rows, int seed, CancellationToken cancellationToken = default);
}
