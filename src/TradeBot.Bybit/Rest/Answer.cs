namespace TradeBot.Exchanges.Rest;

/// <summary>The result of a request that succeeded.</summary>
/// <param name="Result">What was asked for.</param>
/// <param name="ServerTime">The server's clock, in milliseconds since 1970-01-01 UTC.</param>
internal readonly record struct Answer<T>(T Result, long ServerTime);
