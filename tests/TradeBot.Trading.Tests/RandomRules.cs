using TradeBot.MarketData;
using TradeBot.Strategies;
using static TradeBot.Strategies.Expressions;

namespace TradeBot.Trading.Tests;

/// <summary>Random rules, candles with gaps and conditions; the generator decides all.</summary>
internal static class RandomRules
{
    public static IStrategy Strategy(Random random)
    {
        switch (random.Next(6))
        {
            case 0:
                int fast = random.Next(1, 20);
                return new SmaCross(fast, fast + random.Next(1, 60), allowShort: random.Next(2) == 0);
            case 1:
                return EmaCross.Rule(random.Next(2, 10), random.Next(11, 50), allowShort: random.Next(2) == 0);
            default:
                return Rule(random);
        }
    }

    public static CandleSeries Candles(Random random, int most = 2_000)
    {
        int count = random.Next(3, most);
        double price = Math.Round(Math.Exp(8 * random.NextDouble()), 2) + 1, swing = 0.03 * random.NextDouble() * random.NextDouble();
        double tick = random.Next(2) == 0 ? 0.01 : 1e-6;
        long time = UnixTime.FromDateTime(Market.Start);
        var times = new long[count];
        double[] open = new double[count], high = new double[count], low = new double[count], close = new double[count], volume = new double[count];
        double OnTick(double value) => Math.Max(0.01, Math.Round(Math.Round(value / tick) * tick, 6));
        for (int i = 0; i < count; i++)
        {
            times[i] = time += 60_000 * (random.Next(40) == 0 ? random.Next(2, 3_000) : 1);
            open[i] = OnTick(price * (1 + swing * 0.2 * (random.NextDouble() - 0.5)));
            close[i] = OnTick(open[i] * (1 + swing * (random.NextDouble() - 0.5)));
            high[i] = OnTick(Math.Max(open[i], close[i]) * (1 + swing * 0.4 * random.NextDouble() * random.Next(2)));
            low[i] = OnTick(Math.Min(open[i], close[i]) * (1 - swing * 0.4 * random.NextDouble() * random.Next(2)));
            volume[i] = random.Next(0, 200);
            price = close[i];
        }

        return new CandleSeries("TEST", Timeframe.OneMinute, times, open, high, low, close, volume);
    }

    public static BacktestOptions Options(Random random) => new()
    {
        Cash = random.Next(2) == 0 ? 10_000m : random.Next(10_000, 100_000_000) / 100m,
        Fees = new FeeSchedule(0.0002m, random.Next(0, 20) / 10_000m),
        Slippage = random.Next(3) switch
        {
            0 => Slippage.None,
            1 => Slippage.Bps(random.Next(20)),
            _ => Slippage.Spread(random.NextDouble() / 100),
        },
        Path = (IntrabarPath)random.Next(3),
        Sizing = random.Next(3) == 0 ? Sizing.FractionOfEquity(0.05 + 0.95 * random.NextDouble()) : Sizing.Exposure,
        Instruments = random.Next(3) switch
        {
            0 => new Dictionary<string, Instrument>(),
            1 => One(new Instrument("TEST", InstrumentKind.Linear, 0.01m, 0.001m, MinQuantity: 0.001m, MinNotional: 5)),
            _ => One(new Instrument("TEST", InstrumentKind.Spot, 0.050m, 0.0025m)),
        },
    };

    private static Dictionary<string, Instrument> One(Instrument instrument) => new() { [instrument.Symbol] = instrument };

    private static RuleStrategy Rule(Random random)
    {
        StrategyBuilder rule = TradeBot.Strategies.Strategy.Rule();
        Argument length = Parameter("length", random.Next(2, 30));
        int sides = random.Next(3);
        if (sides != 1)
            rule = rule.Long(Entry(random, length), Size(random));
        if (sides != 0)
            rule = rule.Short(Entry(random, length), Size(random));
        if (random.Next(2) == 0)
            rule = rule.Exit(Entry(random, length));
        if (sides != 1 && random.Next(3) == 0)
            rule = rule.ExitLong(Entry(random, length));
        if (sides != 0 && random.Next(3) == 0)
            rule = rule.ExitShort(Entry(random, length));
        if (random.Next(2) == 0)
            rule = rule.Stop(Level(random));
        if (random.Next(2) == 0)
            rule = rule.TakeProfit(Level(random));
        if (random.Next(3) == 0)
            rule = rule.TrailingStop(Level(random));
        if (random.Next(4) == 0)
            rule = rule.TimeStop(random.Next(1, 40));
        if (random.Next(4) == 0)
            rule = rule.Cooldown(random.Next(0, 12));
        return rule.Build();
    }

    private static Condition Entry(Random random, Argument length, int depth = 2) => random.Next(depth > 0 ? 12 : 8) switch
    {
        0 => Ema(random.Next(2, 20)) > Sma(random.Next(2, 60)),
        1 => Rsi(random.Next(2, 20)).CrossesAbove(random.Next(20, 60)),
        2 => Rsi(length).CrossesBelow(random.Next(40, 80)),
        3 => Close.Crosses(Sma(random.Next(5, 50))),
        4 => Close >= Ema(length).On(Timeframe.FiveMinutes),
        5 => Close <= Close[random.Next(1, 5)],
        6 => (Sma(3) > Sma(9)).On(Timeframe.FiveMinutes),
        7 => Sma(random.Next(2, 9)) < Close[1],
        8 => Entry(random, length, depth - 1) & Entry(random, length, depth - 1),
        9 => Entry(random, length, depth - 1) | Entry(random, length, depth - 1),
        10 => !Entry(random, length, depth - 1),
        _ => (Atr(5) > Atr(20)) & Entry(random, length, depth - 1),
    };

    private static Series Size(Random random) => random.Next(3) switch
    {
        0 => 1,
        1 => 0.3 + 0.5 * random.NextDouble(),
        _ => Rsi(7) / 60,
    };

    private static LevelRule Level(Random random) => random.Next(3) switch
    {
        0 => new LevelRule(LevelUnit.Fraction, 0.0005 + 0.02 * random.NextDouble() * random.NextDouble()),
        1 => (0.5 + 3 * random.NextDouble()) * Atr(14),
        _ => new LevelRule(LevelUnit.Fraction, random.Next(1, 4) / 100.0),
    };
}
