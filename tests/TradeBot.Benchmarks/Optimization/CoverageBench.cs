using MathNet.Numerics.Distributions;
using TradeBot.Optimization.Overfitting;
using TradeBot.Statistics;

namespace TradeBot.Benchmarks.Optimization;

/// <summary>How often each test rejects at a nominal 5 % when nothing is there, and when something is.</summary>
internal static class CoverageBench
{
    private const double Level = 0.05;
    private const int Runs = 4000, NoiseRuns = 2000, EdgeRuns = 400, Trials = 20;

    private static readonly int[] Lengths = [30, 60, 120, 250, 500, 1000, 5000];
    private static readonly double[] Sharpes = [0, 0.1, 0.25, 0.5, 1];

    private static readonly (string Name, Func<Random, double> Draw)[] Laws =
    [
        ("normal", random => Normal.Sample(random, 0, 1)),
        ("skewed −1", random => (4 - Gamma.Sample(random, 4, 1)) / 2),
        ("fat tails, kurtosis 6", random => StudentT.Sample(random, 0, 1, 6) / Math.Sqrt(1.5)),
    ];

    public static void Run(TextWriter output)
    {
        Coverage(output);
        Power(output);
    }

    private static void Coverage(TextWriter output)
    {
        output.WriteLine(FormattableString.Invariant($"True rejection rate, per cent, of the probabilistic Sharpe ratio against the true one at nominal 5 %; {Runs:N0} samples a cell"));
        foreach ((string name, Func<Random, double> draw) in Laws)
        {
            output.WriteLine($"  {name}");
            output.WriteLine($"    Sharpe \\ observations {string.Join("", Lengths.Select(n => FormattableString.Invariant($"{n,7}")))}");
            foreach (double sharpe in Sharpes)
                output.WriteLine(FormattableString.Invariant($"    {sharpe,-22:0.00}{string.Join("", Lengths.Select(n => FormattableString.Invariant($"{100 * Rate(draw, sharpe, sharpe, n),7:0.0}")))}"));
        }
    }

    private static void Power(TextWriter output)
    {
        output.WriteLine("Power, per cent: how often it finds a true Sharpe ratio above 0");
        foreach ((string name, Func<Random, double> draw) in Laws)
        {
            output.WriteLine($"  {name}");
            foreach (double sharpe in (double[])[0.05, 0.1, 0.25, 0.5])
                output.WriteLine(FormattableString.Invariant($"    {sharpe,-22:0.00}{string.Join("", Lengths.Select(n => FormattableString.Invariant($"{100 * Rate(draw, sharpe, 0, n),7:0.0}")))}"));
        }
    }

    private static double Rate(Func<Random, double> draw, double sharpe, double benchmark, int length)
    {
        int rejected = 0;
        Parallel.For(0, Runs, run =>
        {
            var random = new Random(run * 7919 + length);
            double[] returns = new double[length];
            for (int i = 0; i < length; i++)
                returns[i] = sharpe + draw(random);
            if (ProbabilisticSharpeRatio.Of(SharpeStatistics.Of(returns), benchmark) > 1 - Level)
                Interlocked.Increment(ref rejected);
        });
        return rejected / (double)Runs;
    }

    /// <summary>The tests of a whole search.</summary>
    public static void Searches(TextWriter output)
    {
        output.WriteLine(FormattableString.Invariant($"Rejection rate, per cent, over {Trials} trials of which none or one has the Sharpe ratio; {NoiseRuns:N0} searches a row of none, {EdgeRuns} of one"));
        output.WriteLine("    returns, Sharpe ratio, observations            deflated   reality check   superior ability   step-down");
        foreach ((string name, Func<Random, double> draw) in Laws)
        {
            foreach (double sharpe in (double[])[0, 0.15, 0.25])
            {
                foreach (int length in (int[])[60, 250])
                {
                    int runs = sharpe == 0 ? NoiseRuns : EdgeRuns;
                    int[] counts = SearchCounts(draw, sharpe, length, runs);
                    output.WriteLine(FormattableString.Invariant(
                        $"    {$"{name}, {sharpe:0.00}, {length}",-45}{Share(counts[0], runs),10}{Share(counts[1], runs),16}{Share(counts[2], runs),19}{Share(counts[3], runs),12}"));
                }
            }
        }

        static string Share(int count, int runs) => FormattableString.Invariant($"{100.0 * count / runs:0.0}");
    }

    private static int[] SearchCounts(Func<Random, double> draw, double sharpe, int length, int runs)
    {
        int[] counts = new int[4];
        for (int run = 0; run < runs; run++)
        {
            var random = new Random(run * 104_729 + length);
            ReadOnlyMemory<double>[] returns = [.. Enumerable.Range(0, Trials).Select(trial => Series(random, draw, trial == 0 ? sharpe : 0, length))];
            SharpeStatistics[] statistics = [.. returns.Select(r => SharpeStatistics.Of(r.Span))];
            double mean = statistics.Average(s => s.Sharpe), variance = statistics.Sum(s => (s.Sharpe - mean) * (s.Sharpe - mean)) / (Trials - 1);
            counts[0] += DeflatedSharpeRatio.Of(statistics.MaxBy(s => s.Sharpe), variance, Trials) > 1 - Level ? 1 : 0;
            counts[1] += RealityCheck.Of(returns, samples: 200, meanBlock: 1, seed: run).PValue <= Level ? 1 : 0;
            counts[2] += SuperiorAbility.Of(returns, samples: 200, meanBlock: 1, seed: run).PValue <= Level ? 1 : 0;
            counts[3] += StepDown.PValues(returns, samples: 200, meanBlock: 1, seed: run).Min() <= Level ? 1 : 0;
        }

        return counts;
    }

    private static ReadOnlyMemory<double> Series(Random random, Func<Random, double> draw, double sharpe, int length)
    {
        double[] returns = new double[length];
        for (int i = 0; i < length; i++)
            returns[i] = sharpe + draw(random);
        return returns;
    }
}
