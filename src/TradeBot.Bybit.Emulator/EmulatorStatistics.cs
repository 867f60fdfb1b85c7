namespace TradeBot.Exchanges.Emulator;

/// <summary>What the local exchange has counted since it started.</summary>
/// <param name="Requests">Requests received.</param>
/// <param name="MostInWindow">Most requests within any window of the limit.</param>
/// <param name="RateLimited">Requests refused with 10006 for being too many; made-up ones are not counted.</param>
/// <param name="Refused">Requests refused with 403; made-up ones are not counted.</param>
/// <param name="Faults">Faults that were made up, on requests and sockets.</param>
/// <param name="Connections">Sockets accepted.</param>
public readonly record struct EmulatorStatistics(long Requests, int MostInWindow, long RateLimited, long Refused, long Faults, long Connections);
