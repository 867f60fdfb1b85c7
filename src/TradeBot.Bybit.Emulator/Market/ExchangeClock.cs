using TradeBot.MarketData;

namespace TradeBot.Exchanges.Emulator.Market;

/// <summary>The exchange's time: it starts anywhere and runs at any speed.</summary>
internal sealed class ExchangeClock(DateTime start, double speed, TimeProvider real)
{
    private readonly long _start = UnixTime.FromDateTime(start);
    private readonly long _begun = real.GetTimestamp();

    /// <summary>Milliseconds since 1970-01-01 UTC.</summary>
    public long Now => _start + (long)(real.GetElapsedTime(_begun).TotalMilliseconds * speed);
}
