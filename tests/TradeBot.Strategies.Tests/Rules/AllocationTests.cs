using TradeBot.MarketData;
using static TradeBot.Strategies.Expressions;

namespace TradeBot.Strategies.Tests;

public class AllocationTests
{
    [Fact]
    public void A_rule_allocates_nothing_per_candle()
    {
        RuleStrategy rule = Strategy.Rule()
            .Long(Rsi(14).CrossesAbove(30) & Close > Ema(50) & Majority(UpCandle, Close.TurnsUp(), Close[3] < Close).Within(5))
            .Short(Rsi(14).CrossesBelow(70) & Ema(10).On(Timeframe.FifteenMinutes) < Ema(20).On(Timeframe.FifteenMinutes))
            .Stop(2 * Atr(14)).TrailingStop(Percent(1)).TimeStop(20).Cooldown(2).Pyramid(Close > Close[1], 0.1, 3)
            .Build();
        Candle[] rows = [.. MarketGenerator.Single(4_000, seed: 8)];
        IStrategySession session = rule.Start([new CandleFeed("SYN", Timeframe.OneMinute)]);
        var targets = new DrivenTargets(["SYN"]);
        Feed(0, 1_000);
        int version = targets.Version;
        long before = GC.GetAllocatedBytesForCurrentThread();

        Feed(1_000, 4_000);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.NotEqual(version, targets.Version); // it decided something

        void Feed(int from, int to)
        {
            for (int i = from; i < to; i++)
            {
                session.OnCandle(0, rows[i]);
                session.Decide(targets);
            }
        }
    }
}
