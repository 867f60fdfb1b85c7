using static TradeBot.Strategies.Expressions;

namespace TradeBot.Strategies;

/// <summary>Always in the market: on the side that the parabolic stop says.</summary>
public static class ParabolicReversal
{
    /// <summary>The rule, for whichever symbol it is run on.</summary>
    /// <param name="step">By how much the stop accelerates.</param>
    /// <param name="limit">How far it can accelerate.</param>
    /// <exception cref="StrategyException">A parameter is not accepted.</exception>
    public static RuleStrategy Rule(double step = 0.02, double limit = 0.2)
    {
        Series direction = ParabolicSar(Parameter("step", step), Parameter("limit", limit))["direction"];
        return Strategy.Rule()
            .Named("Parabolic reversal {step}/{limit}")
            .From("J. W. Wilder, New Concepts in Technical Trading Systems, 1978")
            .Long(direction > 0).Short(direction < 0)
            .Require((Series)Parameter("step", step) <= Parameter("limit", limit))
            .Build();
    }
}
