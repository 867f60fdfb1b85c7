using static TradeBot.Strategies.Expressions;

namespace TradeBot.Strategies;

/// <summary>Follows the stronger directional movement when the trend is strong enough.</summary>
/// <remarks>Exits as soon as the opposite movement is stronger, whatever the ADX.</remarks>
public static class DirectionalMovement
{
    /// <summary>The rule, for the symbol of the run.</summary>
    /// <param name="period">Period of the directional indicators and the ADX.</param>
    /// <param name="threshold">Enters only when the ADX is at or above this level.</param>
    /// <exception cref="StrategyException">The period is not accepted.</exception>
    public static RuleStrategy Rule(int period = 14, double threshold = 25)
    {
        Argument length = Parameter("period", period);
        Series plus = Dmi(length)["plus"], minus = Dmi(length)["minus"];
        Condition strong = Adx(length) >= Parameter("threshold", threshold);
        return Strategy.Rule()
            .Named("Directional movement {period}, ADX from {threshold}")
            .From("J. W. Wilder, New Concepts in Technical Trading Systems, 1978")
            .Long(plus > minus & strong).ExitLong(plus < minus)
            .Short(plus < minus & strong).ExitShort(plus > minus)
            .Require((Series)Parameter("threshold", threshold) >= 0 & (Series)Parameter("threshold", threshold) < 100)
            .Build();
    }
}
