namespace TradeBot.Exchanges;

/// <summary>The exchange refused a request or could not be reached. The message says what to do.</summary>
public sealed class BybitException : IOException
{
    internal BybitException(string message, BybitFault fault, int? code = null, Exception? innerException = null)
        : base(message, innerException) => (Fault, Code) = (fault, code);

    /// <summary>The kind of fault.</summary>
    public BybitFault Fault { get; }

    /// <summary>The exchange's return code; null when there is none.</summary>
    public int? Code { get; }

    /// <summary>When requests are accepted again, UTC; null when unknown.</summary>
    public DateTime? RetryAt { get; internal init; }

    /// <summary>How long the exchange asks to wait before the next attempt; null when not given.</summary>
    internal TimeSpan? RetryAfter { get; init; }

    /// <summary>True when the response is complete but has an unknown format: retrying at once would give the same.</summary>
    internal bool IsOtherForm { get; init; }

    /// <summary>True when the address is unreachable.</summary>
    internal bool IsUnreachable { get; init; }
}

/// <summary>Kind of a failed request.</summary>
public enum BybitFault
{
    /// <summary>A failure of the exchange or the network: the same request may succeed later.</summary>
    Retryable,

    /// <summary>The caller's mistake: the request has to change.</summary>
    Caller,

    /// <summary>The key, its permissions or the address are refused: no request will succeed until someone intervenes.</summary>
    Fatal,
}
