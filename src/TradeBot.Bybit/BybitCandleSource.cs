using System.Globalization;
using System.Runtime.CompilerServices;
using TradeBot.Exchanges.Rest;
using TradeBot.Exchanges.Wire;
using TradeBot.MarketData;

namespace TradeBot.Exchanges;

/// <summary>Historical candles of one category, fetched in pages, several at a time, as fast as the exchange permits.</summary>
/// <remarks>
/// A candle counts as closed when it had closed by the server's clock before the page was requested, and by the clock
/// of the page itself. Pages are requested by time and never by what was received, so that a market halt
/// cannot shift them.
/// </remarks>
public sealed class BybitCandleSource : ICandleSource
{
    private const string Traded = "kline";
    private const int WindowsWithoutProbe = 4;

    private readonly MarketRequests _requests;
    private readonly string _kind;

    internal BybitCandleSource(MarketRequests requests, BybitPrice? price = null)
    {
        _requests = requests;
        _kind = price switch
        {
            BybitPrice.Mark => "mark-price-kline",
            BybitPrice.Index => "index-price-kline",
            BybitPrice.Premium => "premium-index-price-kline",
            _ => Traded,
        };
        Name = $"Bybit {WireNames.Of(requests.Category)}{(price is null ? "" : $" {price} price")}";
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Timeframe> Timeframes => WireNames.Timeframes;

    /// <inheritdoc/>
    public long? RequestsSent => _requests.Client.Sent;

    /// <inheritdoc/>
    public async Task<DateTime> TimeAsync(CancellationToken cancellationToken = default) =>
        UnixTime.ToDateTime(await _requests.Client.ServerTimeAsync(cancellationToken));

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The range is empty, or the exchange has no such candles or no such symbol.</exception>
    /// <exception cref="BybitException">The exchange refused the request, or no attempt got a response.</exception>
    public async IAsyncEnumerable<CandleSeries> FetchAsync(
        string symbol,
        Timeframe timeframe,
        DateTime from,
        DateTime to,
        IProgress<FetchProgress>? progress = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(symbol);
        WireNames.Of(timeframe);
        (long start, long end) = await ClosedRangeAsync(timeframe, from, to, cancellationToken);
        start = await SkipEmptyAsync(symbol, timeframe, start, end, cancellationToken);

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Queue<(KlineWindow Window, Task<CandleSeries> Page)> ahead = new();
        long candles = 0;
        try
        {
            using IEnumerator<KlineWindow> windows = KlineWindow.Cut(timeframe, start, end).GetEnumerator();
            bool hasMore = windows.MoveNext();
            while (hasMore || ahead.Count > 0)
            {
                for (; hasMore && ahead.Count < _requests.Client.Options.ParallelRequests; hasMore = windows.MoveNext())
                    ahead.Enqueue((windows.Current, PageAsync(symbol, timeframe, windows.Current, stop.Token)));

                (KlineWindow window, Task<CandleSeries> page) = ahead.Dequeue();
                CandleSeries piece = await page;
                if (piece.Count > 0)
                    yield return piece;
                candles += piece.Count;
                long reached = timeframe.NextOpen(window.End);
                progress?.Report(new FetchProgress(
                    symbol, timeframe, candles, UnixTime.ToDateTime(reached), Math.Min(1, (double)(reached - start) / (end - start))));
            }
        }
        finally
        {
            await stop.CancelAsync();
            // No request outlives the fetch. The first failure is thrown above; cancellation of the others is not reported.
            await ((Task)Task.WhenAll(ahead.Select(entry => entry.Page))).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>The open times of candles that have closed by now.</summary>
    private async Task<(long Start, long End)> ClosedRangeAsync(Timeframe timeframe, DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        long start = UnixTime.FromDateTime(from), end = UnixTime.FromDateTime(to);
        if (start >= end)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The range from {from:u} to {to:u} is empty: give a start before its end."), nameof(to));

        long now = _requests.Client.LatestServerTime;
        if (end > now)
            now = await _requests.Client.ServerTimeAsync(cancellationToken);
        long open = timeframe.OpenOf(start);
        return (open == start ? open : timeframe.NextOpen(open), Math.Min(end, timeframe.OpenOf(now)));
    }

    /// <summary>Moves the start of a long range to the first month that has candles: one request instead of many empty pages.</summary>
    private async Task<long> SkipEmptyAsync(string symbol, Timeframe timeframe, long start, long end, CancellationToken cancellationToken)
    {
        if (timeframe == Timeframe.OneMonth || KlineWindow.Cut(timeframe, start, end).Take(WindowsWithoutProbe + 1).Count() <= WindowsWithoutProbe)
            return start;

        var months = new KlineWindow(Timeframe.OneMonth.OpenOf(start), end - 1);
        CandleSeries listed = await PageAsync(symbol, Timeframe.OneMonth, months, cancellationToken, withOpen: true);
        return listed.Count == 0 ? end : Math.Max(start, FirstOpenFrom(timeframe, listed.OpenTimes[0]));
    }

    private async Task<CandleSeries> PageAsync(
        string symbol, Timeframe timeframe, KlineWindow window, CancellationToken cancellationToken, bool withOpen = false)
    {
        try
        {
            Answer<KlineRows> page = await _requests.KlinesAsync(_kind, symbol, timeframe, window.Start, window.End, MarketRequests.KlineLimit, cancellationToken);
            return window.ToSeries(symbol, timeframe, page.Result, closedBy: withOpen ? long.MaxValue : page.ServerTime);
        }
        catch (BybitException refused) when (refused.Fault == BybitFault.Caller)
        {
            if (await SymbolSuggestion.AboutAsync(_requests, symbol, cancellationToken) is { } advice)
                throw new ArgumentException(advice, refused);
            throw;
        }
    }

    private static long FirstOpenFrom(Timeframe timeframe, long time)
    {
        long open = timeframe.OpenOf(time);
        return open == time ? open : timeframe.NextOpen(open);
    }
}

/// <summary>Contract prices that have candles but are not traded.</summary>
public enum BybitPrice
{
    /// <summary>Mark price, used to value positions.</summary>
    Mark,

    /// <summary>Index price of the underlying over several exchanges.</summary>
    Index,

    /// <summary>Premium of the contract over the index, as a fraction; may be negative.</summary>
    Premium,
}
