namespace TradeBot.Strategies;

/// <remarks>
/// Votes with unknown voters: the answer is given when it is the same however the unknown would vote, and unknown
/// otherwise.
/// </remarks>
public static partial class Expressions
{
    /// <summary>True where more than half of the conditions are.</summary>
    public static Condition Majority(params Condition[] conditions) => FunctionTable.Condition("majority", [.. conditions]);

    /// <summary>True where all of the conditions are.</summary>
    public static Condition Unanimous(params Condition[] conditions) => FunctionTable.Condition("unanimous", [.. conditions]);

    /// <summary>True where one of the conditions is, or more.</summary>
    public static Condition Any(params Condition[] conditions) => FunctionTable.Condition("any", [.. conditions]);

    /// <summary>True where so many of the conditions are, or more.</summary>
    public static Condition AtLeast(Argument count, params Condition[] conditions) =>
        FunctionTable.Condition("at_least", [(Series)count, .. conditions]);

    /// <summary>True where the conditions that are true carry a share of the weight or more.</summary>
    /// <param name="share">From 0 to 1: 0.5 is half.</param>
    /// <param name="votes">Each condition with its weight, not negative.</param>
    public static Condition Weighted(Argument share, params (Condition Condition, double Weight)[] votes) =>
        FunctionTable.Condition("weighted", [(Series)share, .. votes.SelectMany(v => (IEnumerable<Expression>)[v.Condition, (Series)v.Weight])]);

    /// <summary>True where the conditions that are true carry a share of the confidence at this candle or more.</summary>
    /// <param name="share">From 0 to 1: 0.5 is half.</param>
    /// <param name="votes">Each condition with the confidence in it at each candle; below 0 counts as 0.</param>
    public static Condition Confident(Argument share, params (Condition Condition, Series Confidence)[] votes) =>
        FunctionTable.Condition("confident", [(Series)share, .. votes.SelectMany(v => (IEnumerable<Expression>)[v.Condition, v.Confidence])]);
}
