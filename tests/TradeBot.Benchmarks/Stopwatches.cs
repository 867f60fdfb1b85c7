using System.Diagnostics;

namespace TradeBot.Benchmarks;

/// <summary>Times an action as the median of several runs after warming up.</summary>
internal static class Stopwatches
{
    public static TimeSpan Median(Action action, int runs = 15, int warmUps = 5)
    {
        for (int i = 0; i < warmUps; i++)
            action();

        var times = new TimeSpan[runs];
        for (int i = 0; i < runs; i++)
        {
            long start = Stopwatch.GetTimestamp();
            action();
            times[i] = Stopwatch.GetElapsedTime(start);
        }

        Array.Sort(times);
        return times[runs / 2];
    }
}
