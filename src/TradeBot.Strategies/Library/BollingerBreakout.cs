using static TradeBot.Strategies.Expressions;

namespace TradeBot.Strategies;

/// <summary>Buys a close above the upper Bollinger band and exits below the middle band.</summary>
public static class BollingerBreakout
{
    /// <summary>The rule, for the symbol of the run.</summary>
    /// <param name="period">Period of the bands.</param>
    /// <param name="deviations">Width of each band from the mean, in standard deviations.</param>
    /// <param name="allowShort">Whether to go short on closes below the lower band.</param>
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
