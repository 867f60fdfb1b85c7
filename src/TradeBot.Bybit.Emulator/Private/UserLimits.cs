namespace TradeBot.Exchanges.Emulator.Private;

/// <summary>Requests per second of the account, by endpoint and product, counted by the real clock. REST and sockets share them.</summary>
internal sealed class UserLimits(bool isCounting, TimeProvider clock)
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Queue<long>> _buckets = [];

    /// <summary>Takes permits; fewer than wanted when so many are not left.</summary>
    /// <returns>Null where nothing is counted.</returns>
    public Allowance? Take(string bucket, int limit, int wanted)
    {
        if (!isCounting)
            return null;
        lock (_gate)
        {
            long now = clock.GetTimestamp();
            if (!_buckets.TryGetValue(bucket, out Queue<long>? taken))
                _buckets[bucket] = taken = new Queue<long>();
            while (taken.TryPeek(out long first) && clock.GetElapsedTime(first, now) >= s_second)
                taken.Dequeue();
            int granted = Math.Min(wanted, limit - taken.Count);
            for (int i = 0; i < granted; i++)
                taken.Enqueue(now);
            int left = limit - taken.Count;
            return new Allowance(granted, limit, left, left > 0 ? TimeSpan.Zero : s_second - clock.GetElapsedTime(taken.Peek(), now));
        }
    }
}
