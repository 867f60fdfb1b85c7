using TradeBot.Exchanges.Emulator.Market;
using TradeBot.Exchanges.Emulator.Rest;
using TradeBot.Exchanges.Rest;
using TradeBot.MarketData;

namespace TradeBot.Exchanges.Emulator.Streams;

/// <summary>Each candle that closes after the subscription, once and in order, and the one that is open.</summary>
internal sealed class KlineFeed(string topic, EmulatedSymbol symbol, Timeframe timeframe, long subscribed) : ITopicFeed
{
    private long _next = timeframe.OpenOf(subscribed); // open time from which candles are still to be confirmed

    public IEnumerable<byte[]> Poll(long now)
    {
        CandleSeries series = symbol.Candles(timeframe);
        int end = EmulatedSymbol.CountAt(series, now);
        for (int i = EmulatedSymbol.CountAt(series, _next - 1); i < end; i++)
        {
            bool isClosed = timeframe.NextOpen(series.OpenTimes[i]) <= now;
            if (isClosed)
                _next = timeframe.NextOpen(series.OpenTimes[i]);
            yield return Message(series.OpenTimes[i], symbol.At(series, i, now), isClosed, now);
        }
    }

    private byte[] Message(long open, Candle candle, bool isClosed, long now)
    {
        IReadOnlyList<KlineEntry> data =
        [
            new(open, timeframe.NextOpen(open) - 1, WireNames.Of(timeframe), Text(candle.Open), Text(candle.Close), Text(candle.High), Text(candle.Low),
                Text(candle.Volume), Text(double.IsNaN(candle.Turnover) ? 0 : candle.Turnover), isClosed, now),
        ];
        return PushText.Of(topic, "snapshot", data, StreamContext.Default.IReadOnlyListKlineEntry, now);
    }

    private static string Text(double value)
    {
        Span<char> text = stackalloc char[64];
        ReplyText.TryFormat(value, text, out int written);
        return new string(text[..written]);
    }
}
