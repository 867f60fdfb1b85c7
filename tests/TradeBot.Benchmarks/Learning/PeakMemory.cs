namespace TradeBot.Benchmarks.Learning;

/// <summary>How much the process grows while something runs, native memory included.</summary>
internal static class PeakMemory
{
    /// <returns>Bytes of the working set above that of the start, looked at every few milliseconds.</returns>
    public static double Of(Action action)
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        long before = Environment.WorkingSet, peak = before;
        using var end = new ManualResetEventSlim();
        var watch = new Thread(() =>
        {
            while (!end.Wait(TimeSpan.FromMilliseconds(5)))
                peak = Math.Max(peak, Environment.WorkingSet);
        });
        watch.Start();
        action();
        end.Set();
        watch.Join();
        return peak - before;
    }
}
