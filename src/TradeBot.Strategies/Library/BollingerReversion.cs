using static TradeBot.Strategies.Expressions;

namespace TradeBot.Strategies;

/// <summary>Buys when the close returns above the lower Bollinger band and exits at or above the middle band.</summary>
public static class BollingerReversion
{
    /// <summary>The rule, for the symbol of the run.</summary>
    /// <param name="period">Period of the bands.</param>
    /// <param name="deviations">Width of each band from the mean, in standard deviations.</param>
    /// <param name="allowShort">Whether to go short when the close returns below the upper band.</param>
    /// <exception cref="StrategyException">A parameter is not accepted.</exception>
    public static RuleStrategy Rule(int period = 20, double deviations = 2, bool allowShort = false)
    {
        IndicatorSeries bands = Bollinger(Parameter("period", period), Parameter("deviations", deviations));
        StrategyBuilder rule = Strategy.Rule()
            .Named(FormattableString.Invariant($"Bollinger reversion {{period}} x {{deviations}}{(allowShort ? " long-short" : "")}"))
            .From("J. Bollinger, Bollinger on Bollinger Bands, 2001, method III")
            .Long(Close.CrossesAbove(bands.Lower)).ExitLong(Close >= bands.Middle);
        return (allowShort ? rule.Short(Close.CrossesBelow(bands.Upper)).ExitShort(Close <= bands.Middle) : rule).Build();
    }
}
