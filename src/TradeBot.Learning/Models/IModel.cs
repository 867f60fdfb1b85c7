namespace TradeBot.Learning;

/// <summary>A trained model: maps a row of features to a probability, or to a number for regression. Immutable and thread-safe.</summary>
public interface IModel
{
    /// <summary>The trainer that made it, with its parameters.</summary>
    string Name { get; }

    /// <summary>The features it needs, in order.</summary>
    IReadOnlyList<string> Features { get; }

    /// <summary>Predicts the probability that the target is 1, or the target itself for regression.</summary>
    /// <param name="row">One value per feature.</param>
    /// <returns>In [0, 1] for a probability; NaN when a value is NaN and the model does not support missing values. Does not allocate.</returns>
    /// <exception cref="ArgumentException">The row has another length.</exception>
    double Predict(ReadOnlySpan<double> row);
}
