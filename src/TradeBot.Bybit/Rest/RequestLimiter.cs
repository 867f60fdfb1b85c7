using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.RateLimiting;

namespace TradeBot.Exchanges.Rest;

/// <summary>Limits requests to what the exchange permits, and stops them while it has banned the address.</summary>
internal sealed class RequestLimiter : IDisposable
{
    private readonly ConcurrentDictionary<string, EndpointLimiter> _endpoints = new();
    private readonly SemaphoreSlim _underWay;
    private readonly RollingWindow? _window;
    private readonly BybitOptions _options;
    private readonly BanRegister? _register;
    private long _bannedUntil; // UTC ticks, 0 for never

    public RequestLimiter(BybitOptions options)
    {
        _options = options;
        _register = options.BanFolder is { } folder ? new BanRegister(folder, options.Address) : null;
        _underWay = new SemaphoreSlim(options.ParallelRequests);
        _window = options.RequestsPerWindow is { } requests ? new RollingWindow(requests, options.Window, options.Clock) : null;
    }

    /// <summary>The permits of one request.</summary>
    internal readonly record struct Entry(EndpointLimiter Endpoint, EndpointLimiter.Entry Endpoints, RateLimitLease? Lease);

    /// <exception cref="BybitException">The exchange has banned the address.</exception>
    public async ValueTask<Entry> EnterAsync(string path, CancellationToken cancellationToken)
    {
        ThrowIfBanned();
        EndpointLimiter endpoint = _endpoints.GetOrAdd(path, _ => new EndpointLimiter(_options.Clock));
        EndpointLimiter.Entry endpoints = await endpoint.EnterAsync(cancellationToken);
        RateLimitLease? lease = null;
        try
        {
            await _underWay.WaitAsync(cancellationToken);
            try
            {
                if (_window is not null)
                    lease = await _window.EnterAsync(cancellationToken);
                ThrowIfBanned(); // a ban may have come while this request waited
            }
            catch
            {
                _underWay.Release();
                throw;
            }
        }
        catch
        {
            lease?.Dispose();
            endpoint.Answered(endpoints);
            throw;
        }

        return new Entry(endpoint, endpoints, lease);
    }

    /// <summary>The request has ended, successfully or not.</summary>
    public void Answered(Entry entry)
    {
        _underWay.Release();
        if (entry.Lease is not null)
            _window!.Answered(entry.Lease);
        entry.Endpoint.Answered(entry.Endpoints);
    }

    /// <summary>Stops all requests from now on, in all processes of this user.</summary>
    public BybitException Ban()
    {
        long until = (_options.Clock.GetUtcNow().UtcDateTime + _options.BanDuration).Ticks;
        Interlocked.CompareExchange(ref _bannedUntil, until, 0);
        long known = Interlocked.Read(ref _bannedUntil);
        try
        {
            _register?.Write(new DateTime(known, DateTimeKind.Utc), _options.Clock);
        }
        catch (IOException failed)
        {
            return Banned(known, $" Other processes could not be informed: {failed.Message}", failed);
        }

        return Banned(known);
    }

    public void Dispose()
    {
        _window?.Dispose();
        _underWay.Dispose();
        foreach (EndpointLimiter endpoint in _endpoints.Values)
            endpoint.Dispose();
    }

    private void ThrowIfBanned()
    {
        long until = Interlocked.Read(ref _bannedUntil);
        if (_options.Clock.GetUtcNow().UtcDateTime.Ticks < until)
            throw Banned(until);
        if (until != 0)
            Interlocked.CompareExchange(ref _bannedUntil, 0, until);
        if (_register?.Until(_options.Clock) is { } told)
            throw Banned(told.Ticks, $" Another process recorded the ban; delete '{_register.Path}' if the ban is over sooner.");
    }

    private BybitException Banned(long until, string more = "", Exception? cause = null)
    {
        var time = new DateTime(until, DateTimeKind.Utc);
        return new BybitException(
            string.Create(CultureInfo.InvariantCulture, $"{_options.Address.Host} has banned this address because of too many requests (HTTP 403); nothing is sent before {time:yyyy-MM-dd HH:mm:ss} UTC: run again then, stored data is kept.{more}"),
            BybitFault.Fatal, innerException: cause)
        {
            RetryAt = time,
        };
    }
}
