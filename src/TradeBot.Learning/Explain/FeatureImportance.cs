namespace TradeBot.Learning;

/// <summary>What a feature, or a group of them, is worth to a model.</summary>
/// <param name="Features">The features that were disturbed together.</param>
/// <param name="Drop">By how much the score got worse, on average over the repeats; near 0, either side, for a feature that tells nothing.</param>
/// <param name="Deviation">The standard deviation of that over the repeats, dividing by n.</param>
public sealed record FeatureImportance(IReadOnlyList<string> Features, double Drop, double Deviation)
{
    /// <summary>The names in one line.</summary>
    public string Name => string.Join(", ", Features);
}
