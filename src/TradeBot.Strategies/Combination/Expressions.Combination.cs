namespace TradeBot.Strategies;

/// <remarks>
/// Votes with unknown voters: the result is known when the unknown votes cannot change it, and unknown
/// otherwise.
/// </remarks>
public static partial class Expressions
{
    /// <summary>True when more than half of the conditions are true.</summary>
    public static Condition Majority(params Condition[] conditions) => FunctionTable.Condition("majority", [.. conditions]);

    /// <summary>True when all conditions are true.</summary>
    public static Condition Unanimous(params Condition[] conditions) => FunctionTable.Condition("unanimous", [.. conditions]);

    /// <summary>True when at least one condition is true.</summary>
    public static Condition Any(params Condition[] conditions) => FunctionTable.Condition("any", [.. conditions]);

    /// <summary>True when at least a number of the conditions are true.</summary>
    public static Condition AtLeast(Argument count, params Condition[] conditions) =>
        FunctionTable.Condition("at_least", [(Series)count, .. conditions]);

    /// <summary>True when the true conditions have at least a share of the total weight.</summary>
    /// <param name="share">From 0 to 1: 0.5 is half.</param>
    /// <param name="votes">Each condition with its weight, not negative.</param>
    public static Condition Weighted(Argument share, params (Condition Condition, double Weight)[] votes) =>
        FunctionTable.Condition("weighted", [(Series)share, .. votes.SelectMany(v => (IEnumerable<Expression>)[v.Condition, (Series)v.Weight])]);

    /// <summary>True when the true conditions have at least a share of the total confidence at this candle.</summary>
    /// <param name="share">From 0 to 1: 0.5 is half.</param>
    /// <param name="votes">Each condition with its confidence at each candle; values below 0 count as 0.</param>
    public static Condition Confident(Argument share, params (Condition Condition, Series Confidence)[] votes) =>
        FunctionTable.Condition("confident", [(Series)share, .. votes.SelectMany(v => (IEnumerable<Expression>)[v.Condition, v.Confidence])]);
}
