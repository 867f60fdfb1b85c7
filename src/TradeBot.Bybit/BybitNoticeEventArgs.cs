namespace TradeBot.Exchanges;

/// <summary>Something that a stream went through without ending.</summary>
public sealed class BybitNoticeEventArgs : EventArgs
{
    internal BybitNoticeEventArgs(BybitNoticeKind kind, string reason, string outcome) => (Kind, Reason, Message) = (kind, reason, $"{reason} {outcome}");

    /// <summary>What happened.</summary>
    public BybitNoticeKind Kind { get; }

    /// <summary>Why, in one sentence: the same for as long as it happens for the same reason.</summary>
    public string Reason { get; }

    /// <summary>Why, and what the stream does about it.</summary>
    public string Message { get; }

    /// <summary>Topic of the message, such as tickers.BTCUSDT; null when it could not be read, or none is concerned.</summary>
    public string? Topic { get; internal init; }

    /// <summary>The field that could not be read, such as lastPrice; null when the message is no JSON, or none is concerned.</summary>
    public string? Field { get; internal init; }

    /// <summary>When the exchange is asked again, UTC; null when nothing waits.</summary>
    public DateTime? Until { get; internal init; }
}

/// <summary>What a stream tells besides its data.</summary>
public enum BybitNoticeKind
{
    /// <summary>A message could not be read and was skipped; the subscription goes on.</summary>
    MessageSkipped,

    /// <summary>The exchange has to be asked for what was missed and cannot be now: it is asked again later.</summary>
    Waiting,
}
