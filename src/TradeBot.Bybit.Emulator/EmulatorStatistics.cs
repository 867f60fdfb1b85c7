namespace TradeBot.Exchanges.Emulator;

/// <summary>Statistics of the local exchange since its start.</summary>
/// <param name="Requests">Requests received.</param>
/// <param name="MostInWindow">Most requests within any window of the limit.</param>
/// <param name="RateLimited">Requests refused with 10006 by the rate limit; simulated refusals are not counted.</param>
/// <param name="Refused">Requests refused with 403; simulated refusals are not counted.</param>
/// <param name="Faults">Simulated faults, on requests and sockets.</param>
/// <param name="Connections">Sockets accepted.</param>
public readonly record struct EmulatorStatistics(long Requests, int MostInWindow, long RateLimited, long Refused, long Faults, long Connections);
