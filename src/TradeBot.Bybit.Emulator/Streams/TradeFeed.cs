using System.Globalization;
using TradeBot.Exchanges.Emulator.Market;
using TradeBot.Exchanges.Wire;

namespace TradeBot.Exchanges.Emulator.Streams;

/// <summary>The trades since the subscription, or the last message, up to 1024 in each.</summary>
internal sealed class TradeFeed(string topic, EmulatedSymbol symbol, long subscribed) : ITopicFeed
{
    private const int MostInMessage = 1024;

    private long _next = subscribed / MarketRows.TradeEvery;

    public IEnumerable<byte[]> Poll(long now)
    {
        long last = now / MarketRows.TradeEvery;
        while (_next <= last)
        {
            List<TradeEntry> trades = [];
            for (; _next <= last && trades.Count < MostInMessage; _next++)
                trades.Add(Entry(MarketRows.Trade(symbol, _next)));
            yield return PushText.Of(topic, "snapshot", trades, StreamContext.Default.IReadOnlyListTradeEntry, now);
        }
    }

    private static TradeEntry Entry(TradePush trade) => new(
        trade.Time!.Value, trade.Symbol!, trade.Side!, trade.Size!.Value.ToString(CultureInfo.InvariantCulture),
        trade.Price!.Value.ToString(CultureInfo.InvariantCulture), trade.Direction!, trade.Id!, IsBlockTrade: false, trade.Sequence!.Value);
}
