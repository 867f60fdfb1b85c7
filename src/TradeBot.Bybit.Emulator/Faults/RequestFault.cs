namespace TradeBot.Exchanges.Emulator.Faults;

/// <summary>What goes wrong with one request.</summary>
internal enum RequestFault
{
    None,
    RateLimit,
    RateLimitWithoutHeaders,
    Ban,
    ServerError,
    ServerCode,
    Truncated,
    Invalid,
    Aborted,
    RepeatedRow,
}
