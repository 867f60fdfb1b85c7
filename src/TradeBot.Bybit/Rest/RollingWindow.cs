using System.Threading.RateLimiting;

namespace TradeBot.Exchanges.Rest;

/// <summary>Rolling-window rate limit: at most n requests in any window, as the server counts them.</summary>
/// <remarks>
/// When a request reaches the server is unknown, only that it is between sending and response. A permit is
/// therefore held from before sending until a full window after the response. Of any n + 1 requests whose
/// arrivals are within one window, the last would have been sent while the other n permits were held.
/// </remarks>
internal sealed class RollingWindow : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Queue<(long Due, RateLimitLease Lease)> _held = new();
    private readonly ConcurrencyLimiter _permits;
    private readonly TimeSpan _span;
    private readonly TimeProvider _clock;
    private readonly ITimer _timer;

    public RollingWindow(int permits, TimeSpan span, TimeProvider clock)
    {
        (Permits, _span, _clock) = (permits, span, clock);
        _permits = new ConcurrencyLimiter(new ConcurrencyLimiterOptions
        {
            PermitLimit = permits,
            QueueLimit = int.MaxValue,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        });
        _timer = clock.CreateTimer(_ => Release(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public int Permits { get; }

    /// <summary>Permits currently held.</summary>
    public int Taken => Permits - (int)_permits.GetStatistics()!.CurrentAvailablePermits;

    /// <summary>Counts requests that were made just now without a permit.</summary>
    public void Count(int requests)
    {
        for (int i = 0; i < Math.Min(requests, Permits); i++)
            Answered(_permits.AttemptAcquire());
    }

    /// <summary>Waits for a permit; pass it to <see cref="Answered"/> when the request has ended.</summary>
    public ValueTask<RateLimitLease> EnterAsync(CancellationToken cancellationToken) => _permits.AcquireAsync(1, cancellationToken);

    public void Answered(RateLimitLease lease)
    {
        lock (_gate)
        {
            _held.Enqueue((_clock.GetTimestamp(), lease));
            if (_held.Count == 1)
                _timer.Change(_span, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        _timer.Dispose();
        _permits.Dispose();
    }

    private void Release()
    {
        List<RateLimitLease> due = [];
        lock (_gate)
        {
            while (_held.TryPeek(out (long Since, RateLimitLease Lease) first))
            {
                TimeSpan left = _span - _clock.GetElapsedTime(first.Since);
                if (left > TimeSpan.Zero)
                {
                    _timer.Change(left < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : left, Timeout.InfiniteTimeSpan);
                    break;
                }

                due.Add(_held.Dequeue().Lease);
            }
        }

        foreach (RateLimitLease lease in due)
            lease.Dispose(); // outside the lock: this may run waiting callers
    }
}
