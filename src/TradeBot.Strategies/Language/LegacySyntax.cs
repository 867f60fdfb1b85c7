namespace TradeBot.Strategies;

/// <summary>Legacy syntax of features, from before rules and features shared one language; it is still read.</summary>
internal static class LegacySyntax
{
    /// <summary>The meaning of a legacy call; null when it is not one.</summary>
    public static Series? Call(string name, Expression[] arguments, bool isFeature) => (name, arguments) switch
    {
        ("lag", [Series x, ConstantSeries n]) => new ShiftSeries(x, n.Value),
        _ when !isFeature || arguments is not [Series and not ConstantSeries, ..] => null,
        ("rank", [Series x, ConstantSeries n]) => x.RankShare(n.Value),
        ("zscore", [Series x]) => x.ExpandingZScore(),
        ("max", [Series x, ConstantSeries { Value.Value: >= 1 and var n } count]) when Math.Floor(n) == n => new IndicatorSeries("highest", [x], [count.Value]),
        ("min", [Series x, ConstantSeries { Value.Value: >= 1 and var n } count]) when Math.Floor(n) == n => new IndicatorSeries("lowest", [x], [count.Value]),
        _ => null,
    };
}
