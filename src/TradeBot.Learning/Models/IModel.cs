namespace TradeBot.Learning;

/// <summary>What training leaves: from a row of features to a probability, or to a number where the target is one. Immutable and thread-safe.</summary>
public interface IModel
{
    /// <summary>The method that made it, with its parameters.</summary>
    string Name { get; }

    /// <summary>The features it wants, in order.</summary>
    IReadOnlyList<string> Features { get; }

    /// <summary>The probability that the target is 1, or the target itself where it is a number.</summary>
    /// <param name="row">One value per feature.</param>
    /// <returns>In [0, 1] for a probability; NaN when a value is NaN and the method has no use for missing values. Does not allocate.</returns>
    /// <exception cref="ArgumentException">The row has another length.</exception>
    double Predict(ReadOnlySpan<double> row);
}
