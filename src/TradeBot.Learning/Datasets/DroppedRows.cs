namespace TradeBot.Learning;

/// <summary>Why candles are not rows of a data set. Each candle is counted once, under the first reason that holds.</summary>
/// <param name="WarmUp">A feature is NaN or infinite while the pipeline has not yet seen enough candles.</param>
/// <param name="Features">A feature is NaN or infinite afterwards.</param>
/// <param name="Label">The label is NaN, at a gap or the end of the series, or infinite.</param>
public readonly record struct DroppedRows(int WarmUp, int Features, int Label)
{
    /// <summary>All of them.</summary>
    public int Total => WarmUp + Features + Label;
}
