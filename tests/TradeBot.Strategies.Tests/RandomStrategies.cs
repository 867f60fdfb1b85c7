using TradeBot.MarketData;
using static TradeBot.Strategies.Expressions;

namespace TradeBot.Strategies.Tests;

/// <summary>Strategies drawn from the whole language.</summary>
internal static class RandomStrategies
{
    public static RuleStrategy Draw(int seed)
    {
        var random = new Random(seed);
        StrategyBuilder builder = Strategy.Rule().Long(DrawCondition(random, 3), random.Next(2) == 0 ? 1 : Round(random));
        if (random.Next(2) == 0)
            builder = builder.Short(DrawCondition(random, 3));
        if (random.Next(2) == 0)
            builder = builder.Exit(DrawCondition(random, 2));
        if (random.Next(2) == 0)
            builder = builder.Stop(Round(random) * Atr(random.Next(1, 50)));
        if (random.Next(2) == 0)
            builder = builder.TakeProfit(Percent(Round(random)));
        if (random.Next(2) == 0)
            builder = builder.TrailingStop(Percent(Round(random)));
        if (random.Next(2) == 0)
            builder = builder.TimeStop(random.Next(1, 50));
        if (random.Next(2) == 0)
            builder = builder.Cooldown(random.Next(0, 5));
        return builder.Build();
    }

    public static Condition DrawCondition(Random random, int depth) => random.Next(depth > 0 ? 14 : 7) switch
    {
        0 => DrawSeries(random, 2) > DrawSeries(random, 2),
        1 => DrawSeries(random, 2) <= DrawSeries(random, 1),
        2 => DrawSeries(random, 2).CrossesAbove(DrawSeries(random, 1)),
        3 => DrawSeries(random, 1).CrossesBelow(DrawSeries(random, 2)),
        4 => DrawSeries(random, 1).IsRising(random.Next(1, 5)),
        5 => DrawSeries(random, 1).BreaksAbove(random.Next(1, 30)),
        6 => TimeBetween(new TimeOnly(random.Next(24), random.Next(60)), new TimeOnly(random.Next(24), random.Next(60))),
        7 => DrawCondition(random, depth - 1) & DrawCondition(random, depth - 1),
        8 => DrawCondition(random, depth - 1) | DrawCondition(random, depth - 1),
        9 => !DrawCondition(random, depth - 1),
        10 => DrawCondition(random, depth - 1).Within(random.Next(1, 10)),
        11 => DrawCondition(random, depth - 1).On(random.Next(2) == 0 ? Timeframe.FiveMinutes : Timeframe.OneHour),
        12 => Majority(DrawCondition(random, depth - 1), DrawCondition(random, depth - 1), DrawCondition(random, depth - 1)),
        _ => Weighted(Round(random), (DrawCondition(random, depth - 1), Round(random)), (DrawCondition(random, depth - 1), Round(random))),
    };

    public static Series DrawSeries(Random random, int depth) => random.Next(depth > 0 ? 15 : 8) switch
    {
        0 => Close,
        1 => Hl2,
        2 => Volume,
        3 => Round(random) - 0.5,
        4 => Rsi(random.Next(1, 30)),
        5 => Ema(random.Next(1, 50)),
        6 => Bollinger(random.Next(2, 30), Round(random) + 0.1).Upper,
        7 => Atr(random.Next(1, 30)),
        8 => DrawSeries(random, depth - 1) + DrawSeries(random, depth - 1),
        9 => DrawSeries(random, depth - 1) - DrawSeries(random, depth - 1),
        10 => DrawSeries(random, depth - 1) * DrawSeries(random, depth - 1),
        11 => DrawSeries(random, depth - 1) / DrawSeries(random, depth - 1),
        12 => DrawSeries(random, depth - 1)[random.Next(1, 5)],
        13 => Highest(DrawComputed(random), random.Next(1, 30)),
        _ => Sma(random.Next(1, 20)).Of(DrawComputed(random)),
    };

    private static Series DrawComputed(Random random) => Rsi(random.Next(1, 30)) * Round(random);

    private static double Round(Random random) => Math.Round((random.NextDouble() * 0.98) + 0.01, 3);
}
