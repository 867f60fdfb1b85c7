namespace TradeBot.Optimization.Overfitting;

/// <summary>A figure, and where it may truly lie.</summary>
/// <param name="Value">Of the series itself.</param>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
/// <param name="Confidence">How much of the resamples lies within, in (0, 1).</param>
/// <param name="MeanBlock">Mean length of the blocks that were drawn.</param>
public sealed record BootstrapInterval(double Value, double Low, double High, double Confidence, double MeanBlock)
{
    /// <summary>Such as <c>0.051 (95 %: −0.012 to 0.11)</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Value:G3} ({100 * Confidence:0.#} %: {Low:G3} to {High:G3})");
}
