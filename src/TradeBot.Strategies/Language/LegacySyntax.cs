namespace TradeBot.Strategies;

/// <summary>Legacy syntax of features, from before rules and features shared one language; it is still read.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>written</term><description>where and means</description></listheader>
/// <item><term><c>lag(x, n)</c></term><description>everywhere, means <c>x[n]</c></description></item>
/// <item><term><c>rank(x, n)</c></term><description>in features, means <c>rank_share(x, n)</c>; the rank itself is <c>RANK(x, n)</c> there</description></item>
/// <item><term><c>zscore(x)</c></term><description>in features, means <c>expanding_zscore(x)</c></description></item>
/// <item><term><c>max(x, n)</c>, <c>min(x, n)</c></term><description>in features, n a number of candles, means <c>highest(x, n)</c>, <c>lowest(x, n)</c>; the larger of both is <c>max(n, x)</c> there</description></item>
/// </list>
/// </remarks>
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
