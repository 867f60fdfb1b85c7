namespace TradeBot.Exchanges.Emulator.Rest;

/// <summary>Counts requests by the real clock and refuses what is too much: first one endpoint's, then the address's, which bans.</summary>
internal sealed class RateGate(EmulatorLimits limits, TimeProvider clock)
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Queue<long> _arrivals = new();
    private readonly Dictionary<string, Queue<long>> _endpoints = [];
    private long _bannedSince;
    private TimeSpan _bannedFor;

    public long Requests { get; private set; }

    public int MostInWindow { get; private set; }

    public long RateLimited { get; private set; }

    public long Refused { get; private set; }

    /// <summary>The answer to a request.</summary>
    /// <param name="IsBanned">403 and nothing else.</param>
    /// <param name="IsTooMany">10006.</param>
    /// <param name="Left">Requests left to the endpoint in this second; null without a limit.</param>
    /// <param name="FullIn">Time until one more is permitted, when none is left.</param>
    internal readonly record struct Verdict(bool IsBanned, bool IsTooMany, int? Left, TimeSpan FullIn);

    public Verdict Enter(string path)
    {
        lock (_gate)
        {
            long now = clock.GetTimestamp();
            Requests++;
            if (_bannedFor > TimeSpan.Zero && clock.GetElapsedTime(_bannedSince, now) < _bannedFor)
                return Refuse();

            Forget(_arrivals, limits.Window, now);
            _arrivals.Enqueue(now);
            MostInWindow = Math.Max(MostInWindow, _arrivals.Count);
            if (_arrivals.Count > limits.RequestsPerWindow)
            {
                Ban(limits.Ban, now);
                return Refuse();
            }

            return limits.PerEndpoint is { } permitted ? Endpoint(path, permitted, now) : default;
        }
    }

    /// <summary>Bans as if too many requests had come.</summary>
    public void Ban(TimeSpan time)
    {
        lock (_gate)
            Ban(time, clock.GetTimestamp());
    }

    private Verdict Refuse()
    {
        Refused++;
        return new Verdict(IsBanned: true, IsTooMany: false, Left: null, FullIn: TimeSpan.Zero);
    }

    private void Ban(TimeSpan time, long now) => (_bannedSince, _bannedFor) = (now, time);

    private Verdict Endpoint(string path, int permitted, long now)
    {
        if (!_endpoints.TryGetValue(path, out Queue<long>? arrivals))
            _endpoints[path] = arrivals = new Queue<long>();
        Forget(arrivals, s_second, now);
        bool isTooMany = arrivals.Count >= permitted;
        if (isTooMany)
            RateLimited++;
        else
            arrivals.Enqueue(now);
        int left = permitted - arrivals.Count;
        return new Verdict(IsBanned: false, isTooMany, left, left > 0 ? TimeSpan.Zero : s_second - clock.GetElapsedTime(arrivals.Peek(), now));
    }

    private void Forget(Queue<long> arrivals, TimeSpan span, long now)
    {
        while (arrivals.TryPeek(out long first) && clock.GetElapsedTime(first, now) >= span)
            arrivals.Dequeue();
    }
}
