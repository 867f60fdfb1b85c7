namespace TradeBot.Exchanges.Rest;

/// <summary>The server's clock as far as it is known: the local one and a difference.</summary>
internal sealed class ServerClock(TimeProvider clock)
{
    private long _offset; // milliseconds

    /// <summary>Milliseconds since 1970-01-01 UTC.</summary>
    public long Now => Local + Interlocked.Read(ref _offset);

    public long Local => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <param name="serverTime">What the server said.</param>
    /// <param name="sent">The local clock before the question.</param>
    /// <param name="received">The local clock after the answer.</param>
    public void Learn(long serverTime, long sent, long received) => Interlocked.Exchange(ref _offset, serverTime - (sent + received) / 2);
}
