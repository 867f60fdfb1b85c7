namespace TradeBot.Learning;

/// <summary>Predictions of many rows at once.</summary>
public static class BatchPrediction
{
    /// <summary>The probabilities of some rows.</summary>
    /// <param name="model">Made for the features of <paramref name="data"/>.</param>
    /// <param name="data">The rows.</param>
    /// <param name="rows">Which of them.</param>
    /// <param name="destination">One slot per row.</param>
    /// <exception cref="ArgumentException">The features differ, or the lengths do.</exception>
    public static void Predict(this IModel model, Dataset data, ReadOnlySpan<int> rows, Span<double> destination)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(data);
        ModelFeatures.Require(model.Features, data.Names);
        if (destination.Length != rows.Length)
            throw new ArgumentException($"Expected {rows.Length} slots, got {destination.Length}.", nameof(destination));

        if (model is IBatchModel batch)
        {
            batch.Predict(data, rows.ToArray(), destination);
            return;
        }

        double[] row = new double[data.Names.Count];
        for (int i = 0; i < rows.Length; i++)
        {
            data.CopyRow(rows[i], row);
            destination[i] = model.Predict(row);
        }
    }
}

/// <summary>A model that is faster on many rows at once, with bit-identical results.</summary>
internal interface IBatchModel
{
    /// <summary>Predicts rows of a data set that has exactly the model's features.</summary>
    void Predict(Dataset data, int[] rows, Span<double> destination);
}
