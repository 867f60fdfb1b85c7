using static TradeBot.Strategies.Expressions;

namespace TradeBot.Strategies;

/// <summary>Buys a close above the upper Bollinger band, and gives it up below the middle.</summary>
public static class BollingerBreakout
{
    /// <summary>The rule, for whichever symbol it is run on.</summary>
    /// <param name="period">Of the bands.</param>
    /// <param name="deviations">Half the width of the bands.</param>
    /// <param name="allowShort">Whether to sell closes below the lower band short.</param>
    /// <exception cref="StrategyException">A parameter is not accepted.</exception>
    public static RuleStrategy Rule(int period = 20, double deviations = 2, bool allowShort = false)
    {
        IndicatorSeries bands = Bollinger(Parameter("period", period), Parameter("deviations", deviations));
        StrategyBuilder rule = Strategy.Rule()
            .Named(FormattableString.Invariant($"Bollinger breakout {{period}} x {{deviations}}{(allowShort ? " long-short" : "")}"))
            .From("J. Bollinger, Bollinger on Bollinger Bands, 2001, method I")
            .Long(Close > bands.Upper).ExitLong(Close < bands.Middle);
        return (allowShort ? rule.Short(Close < bands.Lower).ExitShort(Close > bands.Middle) : rule).Build();
    }
}
