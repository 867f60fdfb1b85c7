namespace TradeBot.Learning;

/// <summary>What training leaves: from a row of features to a probability. Immutable and thread-safe.</summary>
public interface IModel
{
    /// <summary>The method that made it, with its parameters.</summary>
    string Name { get; }

    /// <summary>The features it wants, in order.</summary>
    IReadOnlyList<string> Features { get; }

    /// <summary>The probability that the target is 1.</summary>
    /// <param name="row">One value per feature.</param>
    /// <returns>In [0, 1]; NaN when a value is NaN. Does not allocate.</returns>
    /// <exception cref="ArgumentException">The row has another length.</exception>
    double Predict(ReadOnlySpan<double> row);
}
