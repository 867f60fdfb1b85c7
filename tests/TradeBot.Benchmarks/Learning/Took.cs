using System.Diagnostics;

namespace TradeBot.Benchmarks.Learning;

/// <summary>Seconds on the clock, and of processors: on a busy machine only the latter can be compared.</summary>
internal readonly record struct Took(double Seconds, double Processor)
{
    public static readonly Took Longest = new(double.PositiveInfinity, double.PositiveInfinity);

    public static Took By(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        TimeSpan before = Environment.CpuUsage.TotalTime;
        action();
        return new Took(Stopwatch.GetElapsedTime(start).TotalSeconds, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
    }

    public Took Or(Took other) => new(Math.Min(Seconds, other.Seconds), Math.Min(Processor, other.Processor));
}
