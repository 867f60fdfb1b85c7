namespace TradeBot.Exchanges;

/// <summary>The exchange refused, or could not be reached. The message says in one sentence what to do.</summary>
public sealed class BybitException : IOException
{
    internal BybitException(string message, BybitFault fault, int? code = null, Exception? innerException = null)
        : base(message, innerException) => (Fault, Code) = (fault, code);

    /// <summary>What can be done about it.</summary>
    public BybitFault Fault { get; }

    /// <summary>The exchange's return code; null when it gave none.</summary>
    public int? Code { get; }

    /// <summary>When the exchange will listen again, UTC; null when that is not known.</summary>
    public DateTime? RetryAt { get; internal init; }

    /// <summary>How long the exchange asks to wait before the next attempt; null when it does not say.</summary>
    internal TimeSpan? RetryAfter { get; init; }

    /// <summary>True when the answer is whole but has a form that is not known: asking again at once gives the same.</summary>
    internal bool IsOtherForm { get; init; }

    /// <summary>True when nothing listens at the address.</summary>
    internal bool IsUnreachable { get; init; }
}

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
