namespace TradeBot.Learning;

/// <summary>Why candles are not rows of a data set. Each candle is counted once, under the first reason that holds.</summary>
/// <param name="WarmUp">The pipeline had not yet seen enough candles.</param>
/// <param name="Features">A feature is NaN or infinite after the warm-up.</param>
/// <param name="Label">The label is missing: a gap or the end of the series.</param>
public readonly record struct DroppedRows(int WarmUp, int Features, int Label)
{
    /// <summary>All of them.</summary>
    public int Total => WarmUp + Features + Label;
}
