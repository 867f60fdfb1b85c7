using static TradeBot.Strategies.Expressions;

namespace TradeBot.Strategies;

/// <summary>Always in the market, on the side of the parabolic SAR.</summary>
public static class ParabolicReversal
{
    /// <summary>The rule, for the symbol of the run.</summary>
    /// <param name="step">Acceleration step.</param>
    /// <param name="limit">Maximum acceleration.</param>
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
