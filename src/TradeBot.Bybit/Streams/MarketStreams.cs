using System.Runtime.CompilerServices;
using TradeBot.Exchanges.Rest;
using TradeBot.Exchanges.Wire;

namespace TradeBot.Exchanges.Streams;

/// <summary>Live trades, tickers and order books.</summary>
internal static class MarketStreams
{
    private const int ChangesToWait = 20;

    public static async IAsyncEnumerable<BybitTrade> TradesAsync(
        MarketRequests requests, IReadOnlyList<string> symbols, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Dictionary<string, TradeTracker> trackers = symbols.ToDictionary(symbol => $"publicTrade.{symbol}", symbol => new TradeTracker(symbol));
        await foreach (StreamEvent one in StreamHub.ReadAsync(requests, trackers.Keys, cancellationToken))
        {
            IReadOnlyList<BybitTrade> trades = one.Message switch
            {
                null => await MissedAsync(requests, one.Connection.Topics.Select(topic => trackers[topic]), cancellationToken),
                { } message => PushReader.Entries(message, WireContext.Default.TradePush, push => push.ToTrade(), requests.Client.Notices),
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
        await foreach (StreamEvent one in StreamHub.ReadAsync(requests, symbols.Select(symbol => $"tickers.{symbol}"), cancellationToken))
        {
            if (one.Message is not { Data: { } data, Topic: { } topic })
                continue;
            if (PushReader.Ticker(one.Message, data, requests.Client.Notices, out IReadOnlyList<string> unreadable)?.ToTicker() is not { } change)
                continue;

            // Readable fields of a skipped message still count: unreadable fields become unknown instead of keeping old values.
            BybitTicker? now = one.Message.Type == "snapshot" ? change
                : tickers.TryGetValue(topic, out BybitTicker? before) ? Merge(before, change, unreadable)
                : null;
            if (now is not null)
            {
                tickers[topic] = now;
                if (unreadable.Count == 0)
                    yield return now;
            }
            else if (++unknown % ChangesToWait == 0)
                await one.Connection.ResubscribeAsync(topic, cancellationToken); // its snapshot was lost
        }
    }

    public static async IAsyncEnumerable<BybitOrderBook> OrderBooksAsync(
        MarketRequests requests, IReadOnlyList<string> symbols, int depth, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Dictionary<string, BookTracker> trackers = symbols.ToDictionary(symbol => $"orderbook.{WireNames.Of(depth)}.{symbol}", symbol => new BookTracker(symbol));
        await foreach (StreamEvent one in StreamHub.ReadAsync(requests, trackers.Keys, cancellationToken))
        {
            // A new connection sends a snapshot of each book, which replaces the old state.
            if (one.Message is not { Data: { } data, Topic: { } topic } || !trackers.TryGetValue(topic, out BookTracker? tracker))
                continue;
            if (PushReader.Book(one.Message, data, requests.Client.Notices) is not { } row)
                continue; // the gap that it leaves in the sequence triggers a snapshot
            BybitOrderBook? book = tracker.Take(one.Message.Type == "snapshot", row, one.Message.Time!.Value, out bool isGap);
            if (isGap)
                await one.Connection.ResubscribeAsync(topic, cancellationToken);
            if (book is not null)
                yield return book;
        }
    }

    /// <summary>After an interruption, recent trades by REST; the first connection has missed none.</summary>
    private static async Task<IReadOnlyList<BybitTrade>> MissedAsync(MarketRequests requests, IEnumerable<TradeTracker> trackers, CancellationToken cancellationToken)
    {
        IReadOnlyList<TradeRow>[] recent = await Task.WhenAll(trackers.Where(tracker => tracker.Latest is not null).Select(async tracker =>
            (IReadOnlyList<TradeRow>)[.. (await requests.RecentTradesAsync(tracker.Symbol, cancellationToken)).Reverse().Where(row => row.Time is null || row.Time >= tracker.Latest)]));
        List<BybitTrade> trades = [];
        foreach (TradeRow row in recent.SelectMany(rows => rows))
        {
            try
            {
                trades.Add(row.ToTrade());
            }
            catch (WireFieldException missing)
            {
                requests.Client.Notices.Skip($"publicTrade.{row.Symbol}", missing);
            }
        }

        return trades;
    }

    private static BybitTicker Merge(BybitTicker before, BybitTicker change, IReadOnlyList<string> unreadable)
    {
        return new BybitTicker(
            before.Symbol,
            Now(change.LastPrice, before.LastPrice, "lastPrice"),
            Now(change.BidPrice, before.BidPrice, "bid1Price"),
            Now(change.BidSize, before.BidSize, "bid1Size"),
            Now(change.AskPrice, before.AskPrice, "ask1Price"),
            Now(change.AskSize, before.AskSize, "ask1Size"),
            Now(change.MarkPrice, before.MarkPrice, "markPrice"),
            Now(change.IndexPrice, before.IndexPrice, "indexPrice"),
            Now(change.OpenInterest, before.OpenInterest, "openInterest"),
            Now(change.FundingRate, before.FundingRate, "fundingRate"),
            Now(change.NextFundingTime, before.NextFundingTime, "nextFundingTime"),
            Now(change.High24h, before.High24h, "highPrice24h"),
            Now(change.Low24h, before.Low24h, "lowPrice24h"),
            Now(change.Change24h, before.Change24h, "price24hPcnt"),
            Now(change.Volume24h, before.Volume24h, "volume24h"),
            Now(change.Turnover24h, before.Turnover24h, "turnover24h"));

        T? Now<T>(T? stated, T? known, string field)
            where T : struct => stated ?? (unreadable.Contains(field) ? null : known);
    }
}
