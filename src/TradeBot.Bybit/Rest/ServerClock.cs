namespace TradeBot.Exchanges.Rest;

/// <summary>Estimate of the server's clock: the local clock plus an offset.</summary>
internal sealed class ServerClock(TimeProvider clock)
{
    private long _offset; // milliseconds

    /// <summary>Milliseconds since 1970-01-01 UTC.</summary>
    public long Now => Local + Interlocked.Read(ref _offset);

    public long Local => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <param name="serverTime">The server's time.</param>
    /// <param name="sent">The local clock before the request.</param>
    /// <param name="received">The local clock after the response.</param>
    public void Learn(long serverTime, long sent, long received) => Interlocked.Exchange(ref _offset, serverTime - (sent + received) / 2);
}
