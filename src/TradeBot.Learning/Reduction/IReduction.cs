namespace TradeBot.Learning;

/// <summary>A way of making few features of many without looking at the targets. Immutable.</summary>
public interface IReduction
{
    /// <summary>The method with its parameters, such as <c>pca(5)</c>.</summary>
    string Name { get; }

    /// <summary>Learns from some rows of a data set, and from nothing else of it.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="rows">Which of them to learn from, ascending.</param>
    /// <param name="seed">For methods that draw.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ArgumentException">The rows do not suit the method; the message names what is wrong where.</exception>
    IReducer Fit(Dataset data, ReadOnlyMemory<int> rows, int seed, CancellationToken cancellationToken = default);
}
