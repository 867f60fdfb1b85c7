using TradeBot.Indicators.Averages;
using TradeBot.Indicators.Momentum;
using TradeBot.Indicators.Volatility;
using TradeBot.MarketData;
using TradeBot.Strategies;
using static TradeBot.Strategies.Expressions;

namespace TradeBot.Benchmarks.Strategies;

/// <summary>Strategies built from documents, and what a rule costs per candle beside the same rule written by hand.</summary>
internal static class StrategyBench
{
    private const int Candles = 525_600;

    public static void Run(TextWriter output)
    {
        Documents(output);
        Sessions(output);
    }

    private static void Documents(TextWriter output)
    {
        string[] documents = [.. StrategyLibrary.All.Select(s => s.Create().ToYaml())];
        const int Rounds = 50;
        TimeSpan time = Stopwatches.Median(() => Repeat(Rounds, () => Array.ForEach(documents, d => Strategy.Parse(d))), runs: 7, warmUps: 2);
        int built = documents.Length * Rounds;
        output.WriteLine(FormattableString.Invariant($"strategies from documents: {built / time.TotalSeconds:N0} built per second ({documents.Length} classics, {built} documents)"));
    }

    private static void Sessions(TextWriter output)
    {
        CandleSeries candles = MarketGenerator.Single(Candles, seed: 1);
        Candle[] rows = [.. candles];
        RuleStrategy rule = Strategy.Rule()
            .Long(Rsi(14).CrossesAbove(30) & Close > Ema(200))
            .Exit(Rsi(14).CrossesBelow(70))
            .Stop(2 * Atr(14)).TakeProfit(4 * Atr(14))
            .Build();

        output.WriteLine(FormattableString.Invariant($"a rule of RSI, EMA and ATR over {Candles:N0} candles"));
        TimeSpan byHand = Time(new ByHand(), rows, output, "written by hand");
        TimeSpan ofRule = Time(rule, rows, output, "of expressions");
        output.WriteLine(FormattableString.Invariant($"  expressions / by hand        {ofRule / byHand,8:0.00} x"));
        Time(EmaCross.Rule(10, 30), rows, output, "EMA cross of expressions");
        Time(new SmaCross(10, 30), rows, output, "SMA cross by hand");
    }

    private static TimeSpan Time(IStrategy strategy, Candle[] rows, TextWriter output, string name)
    {
        long allocated = 0;
        TimeSpan time = Stopwatches.Median(
            () =>
            {
                IStrategySession session = strategy.Start([new CandleFeed("SYN", Timeframe.OneMinute)]);
                var targets = new DrivenTargets(["SYN"]);
                long before = GC.GetAllocatedBytesForCurrentThread();
                for (int i = 0; i < rows.Length; i++)
                {
                    session.OnCandle(0, rows[i]);
                    session.Decide(targets);
                }

                allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            },
            runs: 7,
            warmUps: 3);
        output.WriteLine(FormattableString.Invariant(
            $"  {name,-28} {time.TotalNanoseconds / rows.Length,8:0.0} ns per candle, {allocated / (double)rows.Length:0.###} bytes per candle"));
        return time;
    }

    private static void Repeat(int times, Action action)
    {
        for (int i = 0; i < times; i++)
            action();
    }

    /// <summary>The same rule as a plain session.</summary>
    private sealed class ByHand : IStrategy
    {
        public string Name => "By hand";

        public IReadOnlyList<CandleFeed> Feeds => [];

        public IStrategySession Start(IReadOnlyList<CandleFeed> feeds) => new Session();

        private sealed class Session : IStrategySession
        {
            private Rsi _rsi = new(14);
            private Ema _ema = new(200);
            private Atr _atr = new(14);
            private double _close, _previous = double.NaN, _strength = double.NaN, _trend, _range;

            public void OnCandle(int feed, in Candle candle)
            {
                _close = candle.Close;
                _previous = _strength;
                _strength = _rsi.Update(candle.Close);
                _trend = _ema.Update(candle.Close);
                _range = _atr.Update(candle);
            }

            public void Decide(TargetExposures targets)
            {
                if (targets[0] != 0)
                {
                    if (_strength < 70 && _previous >= 70)
                        targets[0] = 0;
                }
                else if (_strength > 30 && _previous <= 30 && _close > _trend && _range > 0)
                {
                    targets[0] = 1;
                    targets.Protect(0, new ProtectiveLevels(ProtectiveLevel.Distance(2 * _range), ProtectiveLevel.Distance(4 * _range)));
                }
            }
        }
    }
}
