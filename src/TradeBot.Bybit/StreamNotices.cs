using System.Globalization;
using System.Text.Json;
using TradeBot.Exchanges.Wire;

namespace TradeBot.Exchanges;

/// <summary>Counts and raises notices of streams.</summary>
internal sealed class StreamNotices
{
    private long _skipped;

    public event EventHandler<BybitNoticeEventArgs>? Raised;

    /// <summary>Number of messages, or entries of a message, skipped.</summary>
    public long Skipped => Interlocked.Read(ref _skipped);

    /// <summary>A message, or an entry of one, is skipped.</summary>
    /// <param name="topic">Null when it could not be read.</param>
    /// <param name="unreadable">Why.</param>
    public void Skip(string? topic, Exception unreadable)
    {
        long count = Interlocked.Increment(ref _skipped);
        string why = unreadable is JsonException ? $"it is not JSON ({unreadable.Message})" : unreadable.Message;
        Raised?.Invoke(this, new BybitNoticeEventArgs(
            BybitNoticeKind.MessageSkipped,
            $"A message{(topic is null ? "" : $" of {topic}")} was skipped: {why}.",
            string.Create(CultureInfo.InvariantCulture, $"Skipped so far: {count}; the stream continues."))
        {
            Topic = topic,
            Field = (unreadable as WireFieldException)?.Field,
        });
    }

    /// <summary>Missed data is fetched later.</summary>
    public void Wait(BybitException failure, DateTime until) => Raised?.Invoke(this, new BybitNoticeEventArgs(
        BybitNoticeKind.Waiting, failure.Message, string.Create(CultureInfo.InvariantCulture, $"The stream waits until {until:yyyy-MM-dd HH:mm:ss} UTC and then continues; candles that close until then are delivered then."))
    {
        Until = until,
    });
}
