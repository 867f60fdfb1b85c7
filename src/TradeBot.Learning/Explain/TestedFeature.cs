namespace TradeBot.Learning;

/// <summary>Whether a feature, or a group of them, tells anything out of sample.</summary>
/// <param name="Features">The features that were disturbed together.</param>
/// <param name="Drop">By how much the loss rose on average when they were disturbed.</param>
/// <param name="PValue">How likely such a rise is if they tell nothing, of this test alone.</param>
/// <param name="AdjustedPValue">The same after all tests are charged.</param>
/// <param name="IsKept">True when the adjusted value is within the level.</param>
public sealed record TestedFeature(IReadOnlyList<string> Features, double Drop, double PValue, double AdjustedPValue, bool IsKept)
{
    /// <summary>The names in one line.</summary>
    public string Name => string.Join(", ", Features);
}
