namespace TradeBot.Learning;

/// <summary>An unsupervised dimensionality reduction. Immutable.</summary>
public interface IReduction
{
    /// <summary>The method with its parameters, such as <c>pca(5)</c>.</summary>
    string Name { get; }

    /// <summary>Trains on the given rows and on nothing else of the data set.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="rows">Training rows, ascending.</param>
    /// <param name="seed">Random seed; deterministic methods ignore it.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ArgumentException">The method cannot use the rows; the message says what is wrong and where.</exception>
    IReducer Fit(Dataset data, ReadOnlyMemory<int> rows, int seed, CancellationToken cancellationToken = default);
}
