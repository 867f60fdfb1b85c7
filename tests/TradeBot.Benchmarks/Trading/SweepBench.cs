using System.Diagnostics;
using System.Numerics;
using System.Runtime.Intrinsics;
using TradeBot.Indicators.Averages;
using TradeBot.MarketData;
using TradeBot.Strategies;
using TradeBot.Testing;
using TradeBot.Trading;

namespace TradeBot.Benchmarks.Trading;

/// <summary>Pairs of averages swept over a year of one-minute candles, beside the bare comparison of their columns.</summary>
internal static class SweepBench
{
    private const int Periods = 100;

    public static void Run(TextWriter output)
    {
        CandleSeries year = Year(out string source);
        output.WriteLine($"sweep, {year.Count:N0} bars of {source}, default fees and slippage, {Environment.ProcessorCount} cores");
        IStrategy[] slow = Pairs(Periods, 10, Periods, 1_020, 20), fast = Pairs(Periods, 1, Periods, 102, 1);
        Print(output, "SMA pairs, 10-1000 by 1020-3000", year, slow);
        Print(output, "SMA pairs, 1-100 by 102-201", year, fast);
        Print(output, "the same with stop and target", year, [.. Guarded().Take(2_000)]);
        Print(output, "SMA pairs over 72,000 bars", year.Slice(0, Math.Min(72_000, year.Count)), Pairs(130, 1, 150, 131, 2));

        TimeSpan bare = Stopwatches.Median(() => Bare(year), runs: 3, warmUps: 1);
        TimeSpan sweep = Stopwatches.Median(() => Sweep.Run(year, slow), runs: 3, warmUps: 0);
        double work = (double)year.Count * Periods * Periods;
        output.WriteLine(FormattableString.Invariant($"  bare comparison of the columns of {Periods * Periods:N0} pairs {bare.TotalSeconds,8:0.00} s {work / bare.TotalSeconds / 1e6,10:N0} million bar-trials/s"));
        output.WriteLine(FormattableString.Invariant($"  the sweep reaches {bare / sweep:P0} of its speed"));
        using var process = Process.GetCurrentProcess();
        output.WriteLine(FormattableString.Invariant($"  largest working set {process.PeakWorkingSet64 / 1e6:N0} MB"));
    }

    private static void Print(TextWriter output, string name, CandleSeries candles, IStrategy[] strategies)
    {
        Sweep.Run(candles.Slice(0, Math.Min(20_000, candles.Count)), [.. strategies.Take(200)]);
        IReadOnlyList<SweepTrial> trials = [];
        using var process = Process.GetCurrentProcess();
        TimeSpan before = process.TotalProcessorTime;
        TimeSpan time = Stopwatches.Median(() => trials = Sweep.Run(candles, strategies), runs: 1, warmUps: 0);
        process.Refresh();
        TimeSpan processor = process.TotalProcessorTime - before;
        double work = (double)candles.Count * strategies.Length;
        output.WriteLine(FormattableString.Invariant(
            $"  {strategies.Length,7:N0} {name,-32} {time.TotalSeconds,8:0.00} s, {processor.TotalSeconds,6:0.00} s of processors, {work / time.TotalSeconds / 1e6,10:N0} million bar-trials/s, {trials.Sum(t => (long)t.FillCount):N0} fills, {trials.Count(t => t.IsByEngine)} by the engine"));
    }

    private static IStrategy[] Pairs(int fasts, int step, int slows, int first, int slowStep) =>
    [
        .. from fast in Enumerable.Range(1, fasts)
           from slow in Enumerable.Range(0, slows)
           select new SmaCross(fast * step, first + slow * slowStep),
    ];

    private static IEnumerable<IStrategy> Guarded() =>
        from fast in Enumerable.Range(1, Periods)
        from slow in Enumerable.Range(0, Periods)
        select Strategy.Rule()
            .Long(Expressions.Sma(fast) > Expressions.Sma(102 + slow)).Exit(Expressions.Sma(fast) < Expressions.Sma(102 + slow))
            .Stop(new LevelRule(LevelUnit.Fraction, 0.01)).TakeProfit(new LevelRule(LevelUnit.Fraction, 0.02))
            .Build();

    /// <summary>Which of two columns is greater, for every pair, and how often that changes: the least that a sweep of crossings can do.</summary>
    private static long Bare(CandleSeries candles)
    {
        const int Block = 8192;
        long changes = 0;
        double[][] columns = [.. Enumerable.Range(0, 2 * Periods).Select(_ => new double[Block])];
        Sma[] averages = [.. Enumerable.Range(0, 2 * Periods).Select(i => new Sma(i < Periods ? 10 * (i + 1) : 1_020 + 20 * (i - Periods)))];
        for (int begin = 0; begin + Block <= candles.Count; begin += Block)
        {
            int from = begin;
            Parallel.For(0, columns.Length, c =>
            {
                for (int i = 0; i < Block; i++)
                    columns[c][i] = averages[c].Update(candles.Close[from + i]);
            });
            Parallel.For(0, Periods, fast =>
            {
                long mine = 0;
                for (int slow = 0; slow < Periods; slow++)
                    mine += Changes(columns[fast], columns[Periods + slow]);
                Interlocked.Add(ref changes, mine);
            });
        }

        return changes;
    }

    private static long Changes(double[] fast, double[] slow)
    {
        long changes = 0;
        ulong before = 0;
        for (int i = 0; i < fast.Length; i += 8)
        {
            ulong bits = Vector512.GreaterThan(Vector512.LoadUnsafe(in fast[i]), Vector512.LoadUnsafe(in slow[i])).ExtractMostSignificantBits();
            changes += BitOperations.PopCount((bits ^ (bits << 1 | before)) & 255);
            before = bits >> 7;
        }

        return changes;
    }

    private static CandleSeries Year(out string source)
    {
        string real = Repository.PathOf("..", "shared", "data", "binance-spot", "BTCUSDT_1m_2023.csv.gz");
        bool exists = File.Exists(real);
        source = exists ? "BTCUSDT 1m, 2023" : "generated 1m";
        return exists ? CandleCsv.Read(real) : MarketGenerator.Single(525_600, seed: 1);
    }
}
