using System.Globalization;
using System.Net.Http.Headers;
using System.Threading.RateLimiting;

namespace TradeBot.Exchanges.Rest;

/// <summary>Rate limit of one endpoint per second, taken from the response headers.</summary>
/// <remarks>Until the first response, requests are sent one by one, so that the limit is respected from the start.</remarks>
internal sealed class EndpointLimiter(TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _first = new(1, 1);
    private volatile bool _hasAnswered;
    private volatile RollingWindow? _window;
    private long _closedSince;
    private TimeSpan _closedFor;

    /// <summary>A request's permits on one endpoint.</summary>
    internal readonly record struct Entry(RollingWindow? Window, RateLimitLease? Lease, bool IsFirst);

    public async ValueTask<Entry> EnterAsync(CancellationToken cancellationToken)
    {
        bool isFirst = !_hasAnswered;
        if (isFirst)
            await _first.WaitAsync(cancellationToken);
        if (isFirst && _hasAnswered)
        {
            _first.Release();
            isFirst = false;
        }

        RollingWindow? window = _window;
        RateLimitLease? lease = window is null ? null : await window.EnterAsync(cancellationToken);
        for (TimeSpan left = TimeLeft(); left > TimeSpan.Zero; left = TimeLeft())
            await Task.Delay(left, clock, cancellationToken);
        return new Entry(window, lease, isFirst);
    }

    public void Answered(Entry entry)
    {
        if (entry.Lease is not null)
            entry.Window!.Answered(entry.Lease);
        if (entry.IsFirst)
            _first.Release();
    }

    /// <param name="headers">X-Bapi-Limit: permitted per second; -Status: remaining; -Reset-Timestamp: when it is full again. Any may be missing.</param>
    /// <param name="serverTime">The server's clock at the response, in milliseconds; null when not given.</param>
    public void Learn(HttpResponseHeaders headers, long? serverTime)
    {
        _hasAnswered = true;
        if (Read(headers, "X-Bapi-Limit") is > 0 and < int.MaxValue and { } limit)
            Permit((int)limit);
        if (Read(headers, "X-Bapi-Limit-Status") is 0)
            Close(WaitOf(headers, serverTime) ?? TimeSpan.Zero);
    }

    private void Permit(int limit)
    {
        lock (_first)
        {
            if (_window?.Permits == limit)
                return;

            // Requests in flight count at the server too: the first request, or all that the old limit permitted.
            var window = new RollingWindow(limit, s_second, clock);
            window.Count(_window?.Taken ?? 1);
            _window = window;
        }
    }

    /// <returns>Null when not in the headers.</returns>
    public static TimeSpan? WaitOf(HttpResponseHeaders headers, long? serverTime) =>
        Read(headers, "X-Bapi-Limit-Reset-Timestamp") is { } reset && serverTime is { } now
            ? TimeSpan.FromMilliseconds(Math.Clamp(reset - now, 0, 10_000))
            : null;

    public void Dispose()
    {
        _first.Dispose();
        _window?.Dispose();
    }

    private static long? Read(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out IEnumerable<string>? values)
        && long.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out long value) ? value : null;

    private void Close(TimeSpan time)
    {
        lock (_first)
        {
            if (time > TimeLeft())
                (_closedSince, _closedFor) = (clock.GetTimestamp(), time);
        }
    }

    private TimeSpan TimeLeft()
    {
        lock (_first)
            return _closedFor == TimeSpan.Zero ? TimeSpan.Zero : _closedFor - clock.GetElapsedTime(_closedSince);
    }
}
