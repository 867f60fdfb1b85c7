namespace TradeBot.Exchanges;

/// <summary>Something that a stream went through without ending.</summary>
public sealed class BybitNoticeEventArgs : EventArgs
{
    internal BybitNoticeEventArgs(BybitNoticeKind kind, string message) => (Kind, Message) = (kind, message);

    /// <summary>What happened.</summary>
    public BybitNoticeKind Kind { get; }

    /// <summary>The same in one sentence.</summary>
    public string Message { get; }

    /// <summary>Topic of the message, such as tickers.BTCUSDT; null when it could not be read, or none is concerned.</summary>
    public string? Topic { get; internal init; }

    /// <summary>The field that could not be read, such as lastPrice; null when the message is no JSON, or none is concerned.</summary>
    public string? Field { get; internal init; }

    /// <summary>When the exchange is asked again, UTC; null when nothing waits.</summary>
    public DateTime? Until { get; internal init; }
}
