namespace TradeBot.Learning;

/// <summary>A model that is faster when it is given many rows at once, with the same results to the bit.</summary>
internal interface IBatchModel
{
    /// <summary>What is foretold for rows of a data set whose features are the model's.</summary>
    void Predict(Dataset data, int[] rows, Span<double> destination);
}
