namespace TradeBot.Exchanges;

/// <summary>What can be done about an answer that is no success.</summary>
public enum BybitFault
{
    /// <summary>The exchange's side or the network: the same request may succeed later.</summary>
    Retryable,

    /// <summary>The caller's mistake: the request has to change.</summary>
    Caller,

    /// <summary>The key, its rights or the address are refused: no request will succeed until a person acts.</summary>
    Fatal,
}
