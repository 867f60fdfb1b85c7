namespace TradeBot.Exchanges.Emulator;

/// <summary>Whether the local exchange can be reached. Its market and its orders continue during an outage.</summary>
public enum EmulatorOutage
{
    /// <summary>The exchange is up.</summary>
    None,

    /// <summary>Every request and every new socket is answered with HTTP 503; open sockets stay.</summary>
    Maintenance,

    /// <summary>Every request and every new socket is closed without a response; open sockets stay.</summary>
    Unreachable,
}
