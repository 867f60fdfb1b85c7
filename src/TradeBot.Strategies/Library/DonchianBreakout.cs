using static TradeBot.Strategies.Expressions;

namespace TradeBot.Strategies;

/// <summary>Donchian channel breakout, always in the market: long after a close above the highest high of the previous candles, short after a close below their lowest low.</summary>
public static class DonchianBreakout
{
    /// <summary>The rule, for the symbol of the run.</summary>
    /// <param name="period">Channel length: number of previous candles.</param>
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
