using System.Diagnostics;
using TradeBot.Optimization;

namespace TradeBot.Benchmarks.Optimization;

/// <summary>What a sampler costs per trial when the objective is free, early in a study and late.</summary>
internal static class SamplerBench
{
    private const int Trials = 10_000, Dimensions = 5;

    private static readonly ISampler[] Samplers = [new RandomSampler(), new SobolSampler(), new TpeSampler(), new CmaEsSampler(), new Nsga2Sampler()];

    public static void Run(TextWriter output)
    {
        output.WriteLine($"{Trials:N0} trials of a free objective over {Dimensions} parameters, one thread");
        output.WriteLine("  sampler     trials/s   from 2,000 to 3,000   from 9,000 to 10,000");
        foreach (ISampler sampler in Samplers)
            Measure(sampler, output);
    }

    private static void Measure(ISampler sampler, TextWriter output)
    {
        Search(sampler, 500, null); // warms up
        var times = new Times();
        long start = Stopwatch.GetTimestamp();
        Search(sampler, Trials, times);
        TimeSpan whole = Stopwatch.GetElapsedTime(start);
        output.WriteLine(FormattableString.Invariant(
            $"  {sampler.Name,-10}{Trials / whole.TotalSeconds,10:N0}{times.PerSecond(2_000, 3_000),22:N0}{times.PerSecond(9_000, 10_000),23:N0}"));
    }

    private static void Search(ISampler sampler, int trials, Times? times)
    {
        Study study = Enumerable.Range(0, Dimensions).Aggregate(Study.Named("free", seed: 7), (s, i) => s.Float($"x{i}", 0, 1));
        study.Minimize((double value) => value).Run(
            sampler, trials, (ParameterSet p) => p.Sum(pair => Math.Pow(pair.Value - 0.4, 2)), new StudyOptions { MaxParallelism = 1, Progress = times });
    }

    private sealed class Times : IProgress<StudyProgress>
    {
        private readonly long[] _ended = new long[Trials + 1];

        public void Report(StudyProgress value) => _ended[value.Ended] = Stopwatch.GetTimestamp();

        public double PerSecond(int from, int to) => (to - from) / Stopwatch.GetElapsedTime(_ended[from], _ended[to]).TotalSeconds;
    }
}
