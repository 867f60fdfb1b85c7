namespace TradeBot.Testing;

/// <summary>A clock that goes when it is told to; timers fire as it passes them, on the thread that moves it.</summary>
public sealed class ManualTime : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<Timer> _timers = [];
    private long _now;

    /// <summary>How many timers were asked for.</summary>
    public int Timers { get; private set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _now);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            Timers++;
            var timer = new Timer(() => callback(state), _now + dueTime.Ticks, period.Ticks);
            _timers.Add(timer);
            return timer;
        }
    }

    /// <summary>Moves the clock on.</summary>
    public void Advance(TimeSpan time)
    {
        long end = GetTimestamp() + time.Ticks;
        while (NextUntil(end) is { } due)
            due.Fire();
        Interlocked.Exchange(ref _now, end);
    }

    private Timer? NextUntil(long end)
    {
        lock (_gate)
        {
            Timer? next = _timers.Where(timer => timer.IsActive && timer.Due <= end).MinBy(timer => timer.Due);
            if (next is not null)
                Interlocked.Exchange(ref _now, Math.Max(_now, next.Due));
            return next;
        }
    }

    private sealed class Timer(Action callback, long due, long period) : ITimer
    {
        public long Due { get; private set; } = due;

        public bool IsActive { get; private set; } = true;

        public void Fire()
        {
            Due += period;
            callback();
        }

        public bool Change(TimeSpan dueTime, TimeSpan newPeriod) => throw new NotSupportedException("No timer here is changed.");

        public void Dispose() => IsActive = false;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
