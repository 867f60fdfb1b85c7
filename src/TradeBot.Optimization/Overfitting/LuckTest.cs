namespace TradeBot.Optimization.Overfitting;

/// <summary>What a test of many trials at once says about the best of them.</summary>
/// <param name="Name">The test's name.</param>
/// <param name="PValue">How often luck alone does as well, in (0, 1].</param>
/// <param name="Statistic">The test statistic of the best trial.</param>
/// <param name="Best">Which trial that is, in the order given.</param>
public sealed record LuckTest(string Name, double PValue, double Statistic, int Best)
{
    /// <summary>Name and p-value in one line.</summary>
    public override string ToString() => FormattableString.Invariant($"{Name}: p = {PValue:0.000}");
}
