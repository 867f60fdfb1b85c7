using static TradeBot.Strategies.Expressions;

namespace TradeBot.Strategies;

/// <summary>Always in the market: long after a close above the highest high of so many candles before, short after a close below their lowest low.</summary>
public static class DonchianChannel
{
    /// <summary>The rule, for whichever symbol it is run on.</summary>
    /// <param name="period">How many candles before make the channel.</param>
    /// <exception cref="StrategyException">The period is not accepted.</exception>
    public static RuleStrategy Rule(int period = 20)
    {
        IndicatorSeries channel = Donchian(Parameter("period", period));
        return Strategy.Rule()
            .Named("Donchian channel {period}")
            .From("R. Donchian's four-week rule, Commodity Year Book, 1960")
            .Long(Close > channel.Upper[1]).Short(Close < channel.Lower[1])
            .Build();
    }
}
