using static TradeBot.Strategies.Expressions;

namespace TradeBot.Strategies;

/// <summary>Buys when the close comes back above the lower Bollinger band, and sells at or above the middle.</summary>
public static class BollingerReversion
{
    /// <summary>The rule, for whichever symbol it is run on.</summary>
    /// <param name="period">Of the bands.</param>
    /// <param name="deviations">Half the width of the bands.</param>
    /// <param name="allowShort">Whether to sell a close that comes back below the upper band short.</param>
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
