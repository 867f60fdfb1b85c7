using TradeBot.MarketData;
using static TradeBot.Strategies.Expressions;

namespace TradeBot.Strategies.Tests;

public class CallsiteTests
{
    [Fact]
    public void A_rule_reads_as_the_idea()
    {
        IStrategy rule = Strategy.On("BTCUSDT", Timeframe.FiveMinutes)
            .Long(when: Rsi(14).CrossesAbove(30) & Close > Ema(200))
            .Exit(when: Rsi(14).CrossesBelow(70))
            .Stop(2 * Atr(14)).TakeProfit(4 * Atr(14))
            .Build();

        Assert.Equal([new CandleFeed("BTCUSDT", Timeframe.FiveMinutes)], rule.Feeds);
        Assert.Equal(
            """
            symbol: BTCUSDT
            timeframe: 5m
            long: rsi(14) crosses above 30 and close > ema(200)
            exit: rsi(14) crosses below 70
            stop: 2 * atr(14)
            take profit: 4 * atr(14)

            """,
            ((RuleStrategy)rule).ToYaml());
    }

    [Fact]
    public void A_feature_a_signal_and_a_model_speak_one_language_and_an_own_indicator_takes_part()
    {
        IStrategy filtered = Strategy.On("BTCUSDT", Timeframe.FiveMinutes)
            .Long(when: Rsi(14).CrossesAbove(30) & Model("direction").Probability > 0.55 & Indicator(() => new UpShare(20)) > 0.5)
            .Build();

        Assert.Equal(["direction"], ((RuleStrategy)filtered).Models);
    }
}
