namespace TradeBot.Exchanges.Emulator;

/// <summary>Whether the local exchange can be reached. Its market and its orders go on meanwhile.</summary>
public enum EmulatorOutage
{
    /// <summary>It answers.</summary>
    None,

    /// <summary>Every request and every new socket is answered with HTTP 503; open sockets stay.</summary>
    Maintenance,

    /// <summary>Every request and every new socket is cut without an answer; open sockets stay.</summary>
    Unreachable,
}
