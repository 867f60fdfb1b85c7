namespace TradeBot.Learning;

/// <summary>A way of learning: options in, a model out. Immutable; the same rows and seed give the same model, bit for bit.</summary>
public interface ITrainer
{
    /// <summary>The method with its parameters, such as <c>logistic(C=1)</c>.</summary>
    string Name { get; }

    /// <summary>Learns from some rows of a data set, and from nothing else of it.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="rows">Which of them to learn from, ascending.</param>
    /// <param name="seed">For methods that draw.</param>
    /// <param name="cancellationToken">Ends the training.</param>
    /// <exception cref="ArgumentException">The rows do not suit the method; the message names what is wrong where.</exception>
    IModel Train(Dataset data, ReadOnlyMemory<int> rows, int seed, CancellationToken cancellationToken = default);
}
