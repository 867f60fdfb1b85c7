namespace TradeBot.Notebooks;

/// <summary>Keeps the thread pool able to answer while work of a cell holds its threads.</summary>
/// <remarks>
/// Reading requests, stopping a cell and answering need the pool. A parallel query without end, or tasks that sleep, hold all its
/// threads, and the pool itself adds one a second at most, fewer while every core is busy. This thread asks the pool
/// for an answer now and then, and adds threads until one comes; once answers come at once for a while, it gives the room back.
/// It stays at few threads, and adds none while this process computes: work that never ends would take each.
/// </remarks>
internal static class PoolGuard
{
    private const int MostThreads = 32;
    private const int Step = 4;
    private const double Computing = 0.1; // of one core
    private const int CalmAnswers = 40;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromMilliseconds(300);
    private static readonly Lazy<bool> Installation = new(Start);

    /// <summary>Begins to watch, once in a process.</summary>
    public static void Install() => _ = Installation.Value;

    private static bool Start()
    {
        new Thread(Watch) { IsBackground = true, Name = "pool guard" }.Start();
        return true;
    }

    private static void Watch()
    {
        ThreadPool.GetMinThreads(out int usual, out int completion);
        object pause = new();
        for (int calm = 0; ; calm++)
        {
            if (Grow(completion))
                calm = 0;
            if (calm == CalmAnswers)
                ThreadPool.SetMinThreads(usual, completion);
            lock (pause)
                Monitor.Wait(pause, Interval);
        }
    }

    /// <returns>True when the pool was short of threads.</returns>
    private static bool Grow(int completion)
    {
        using var answered = new ManualResetEventSlim();
        ThreadPool.UnsafeQueueUserWorkItem(static answer => answer.Set(), answered, preferLocal: false);
        bool isShort = false;
        TimeSpan before = Environment.CpuUsage.TotalTime;
        while (!answered.Wait(AnswerTimeout))
        {
            isShort = true;
            TimeSpan now = Environment.CpuUsage.TotalTime;
            bool isComputing = now - before > Computing * AnswerTimeout;
            before = now;
            if (!isComputing)
                ThreadPool.SetMinThreads(Math.Min(MostThreads, ThreadPool.ThreadCount + Step), completion);
        }

        return isShort;
    }
}
