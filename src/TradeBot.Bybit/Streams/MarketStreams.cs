using System.Runtime.CompilerServices;
using System.Text.Json;
using TradeBot.Exchanges.Rest;
using TradeBot.Exchanges.Wire;

namespace TradeBot.Exchanges.Streams;

/// <summary>Trades, tickers and order books as they are pushed.</summary>
internal static class MarketStreams
{
    private const int ChangesToWait = 20;

    public static async IAsyncEnumerable<BybitTrade> TradesAsync(
        MarketRequests requests, IReadOnlyList<string> symbols, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Dictionary<string, TradeTracker> trackers = symbols.ToDictionary(symbol => $"publicTrade.{symbol}", symbol => new TradeTracker(symbol));
        await foreach (StreamEvent one in StreamHub.ReadAsync(requests.Client.Options, requests.Category, trackers.Keys, cancellationToken))
        {
            IReadOnlyList<BybitTrade> trades = one.Message switch
            {
                null => await MissedAsync(requests, one.Connection.Topics.Select(topic => trackers[topic]), cancellationToken),
                { Data: { } data } => [.. (data.Deserialize(WireContext.Default.IReadOnlyListTradePush) ?? []).Select(push => push.ToTrade())],
                _ => [],
            };
            foreach (BybitTrade trade in trades)
            {
                if (trackers.TryGetValue($"publicTrade.{trade.Symbol}", out TradeTracker? tracker) && tracker.IsNew(trade))
                    yield return trade;
            }
        }
    }

    public static async IAsyncEnumerable<BybitTicker> TickersAsync(
        MarketRequests requests, IReadOnlyList<string> symbols, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Dictionary<string, BybitTicker> tickers = [];
        int unknown = 0;
        await foreach (StreamEvent one in StreamHub.ReadAsync(requests.Client.Options, requests.Category, symbols.Select(symbol => $"tickers.{symbol}"), cancellationToken))
        {
            if (one.Message is not { Data: { } data, Topic: { } topic })
                continue;
            BybitTicker change = data.Deserialize(WireContext.Default.TickerRow)!.ToTicker();
            if (one.Message.Type == "snapshot")
                yield return tickers[topic] = change;
            else if (tickers.TryGetValue(topic, out BybitTicker? before))
                yield return tickers[topic] = Merge(before, change);
            else if (++unknown % ChangesToWait == 0)
                await one.Connection.ResubscribeAsync(topic, cancellationToken); // its snapshot was lost
        }
    }

    public static async IAsyncEnumerable<BybitOrderBook> OrderBooksAsync(
        MarketRequests requests, IReadOnlyList<string> symbols, int depth, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Dictionary<string, BookTracker> trackers = symbols.ToDictionary(symbol => $"orderbook.{Spelling.Of(depth)}.{symbol}", symbol => new BookTracker(symbol));
        await foreach (StreamEvent one in StreamHub.ReadAsync(requests.Client.Options, requests.Category, trackers.Keys, cancellationToken))
        {
            // A new connection brings a snapshot of each book, which replaces what was known.
            if (one.Message is not { Data: { } data, Topic: { } topic } || !trackers.TryGetValue(topic, out BookTracker? tracker))
                continue;
            BookRow row = data.Deserialize(WireContext.Default.BookRow)!;
            BybitOrderBook? book = tracker.Take(one.Message.Type == "snapshot", row, one.Message.Time ?? 0, out bool isGap);
            if (isGap)
                await one.Connection.ResubscribeAsync(topic, cancellationToken);
            if (book is not null)
                yield return book;
        }
    }

    /// <summary>After an interruption, the last trades by REST; the first connection has missed none.</summary>
    private static async Task<IReadOnlyList<BybitTrade>> MissedAsync(MarketRequests requests, IEnumerable<TradeTracker> trackers, CancellationToken cancellationToken)
    {
        BybitTrade[][] recent = await Task.WhenAll(trackers.Where(tracker => tracker.Latest is not null).Select(async tracker =>
            (await requests.RecentTradesAsync(tracker.Symbol, cancellationToken)).Reverse().Select(row => row.ToTrade()).Where(trade => trade.Trade.Time >= tracker.Latest).ToArray()));
        return [.. recent.SelectMany(trades => trades)];
    }

    private static BybitTicker Merge(BybitTicker before, BybitTicker change) => new(
        before.Symbol, change.LastPrice ?? before.LastPrice, change.BidPrice ?? before.BidPrice, change.BidSize ?? before.BidSize,
        change.AskPrice ?? before.AskPrice, change.AskSize ?? before.AskSize, change.MarkPrice ?? before.MarkPrice,
        change.IndexPrice ?? before.IndexPrice, change.OpenInterest ?? before.OpenInterest, change.FundingRate ?? before.FundingRate,
        change.NextFundingTime ?? before.NextFundingTime, change.High24h ?? before.High24h, change.Low24h ?? before.Low24h,
        change.Change24h ?? before.Change24h, change.Volume24h ?? before.Volume24h, change.Turnover24h ?? before.Turnover24h);
}
