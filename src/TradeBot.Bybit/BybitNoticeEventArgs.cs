namespace TradeBot.Exchanges;

/// <summary>A notice of a stream that continues.</summary>
public sealed class BybitNoticeEventArgs : EventArgs
{
    internal BybitNoticeEventArgs(BybitNoticeKind kind, string reason, string outcome) => (Kind, Reason, Message) = (kind, reason, $"{reason} {outcome}");

    /// <summary>What happened.</summary>
    public BybitNoticeKind Kind { get; }

    /// <summary>The reason in one sentence; the same text for repeated notices with the same reason.</summary>
    public string Reason { get; }

    /// <summary>The reason, and what the stream does about it.</summary>
    public string Message { get; }

    /// <summary>Topic of the message, such as tickers.BTCUSDT; null when unreadable or not applicable.</summary>
    public string? Topic { get; internal init; }

    /// <summary>The unreadable field, such as lastPrice; null when the message is not JSON, or not applicable.</summary>
    public string? Field { get; internal init; }

    /// <summary>Time of the next attempt, UTC; null when not waiting.</summary>
    public DateTime? Until { get; internal init; }
}

/// <summary>Kinds of stream notices.</summary>
public enum BybitNoticeKind
{
    /// <summary>A message could not be read and was skipped; the subscription continues.</summary>
    MessageSkipped,

    /// <summary>Missed data must be fetched but the exchange is unavailable: it is retried later.</summary>
    Waiting,
}
