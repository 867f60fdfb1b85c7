using System.Runtime.CompilerServices;
using TradeBot.Exchanges.Rest;
using TradeBot.Exchanges.Streams;
using TradeBot.Exchanges.Wire;
using TradeBot.MarketData;

namespace TradeBot.Exchanges;

/// <summary>Live candles of one category. Each candle closes exactly once and in order, even across reconnects.</summary>
/// <remarks>
/// After every interruption, and whenever a message shows that closed candles were missed, the missing ones are fetched by
/// REST before the live ones continue. Duplicate, late or out-of-order messages are ignored, and unreadable ones
/// are skipped. When the exchange has banned the address, a stream waits until the ban ends, also at its start.
/// <see cref="BybitExchange.Noticed"/> reports both.
/// </remarks>
public sealed class BybitCandleStream : ICandleStream
{
    private const int AsksForTheNewest = 3;

    private readonly MarketRequests _requests;
    private readonly BybitCandleSource _history;

    internal BybitCandleStream(MarketRequests requests) => (_requests, _history) = (requests, new BybitCandleSource(requests));

    /// <inheritdoc/>
    public string Name => _history.Name;

    /// <inheritdoc/>
    public ICandleSource History => _history;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There is no symbol, or the exchange has no such candles or no such symbol.</exception>
    /// <exception cref="BybitException">The exchange refuses the request, or cannot be reached at the start.</exception>
    public IAsyncEnumerable<CandleUpdate> SubscribeAsync(
        IReadOnlyList<string> symbols, Timeframe timeframe, CancellationToken cancellationToken = default) =>
        SubscribeAsync(symbols, timeframe, since: null, cancellationToken);

    /// <summary>Like without a start time, but first yields the closed candles since a time, so that nothing is missing between stored and live candles.</summary>
    /// <param name="symbols">The exchange's symbols, at least one.</param>
    /// <param name="timeframe">Length of each candle.</param>
    /// <param name="since">Open time of the first candle, UTC, for each symbol in order; null, or a null entry, for the candle that is open now.</param>
    /// <param name="cancellationToken">Ends the subscription.</param>
    public async IAsyncEnumerable<CandleUpdate> SubscribeAsync(
        IReadOnlyList<string> symbols,
        Timeframe timeframe,
        IReadOnlyList<DateTime?>? since,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(symbols);
        if (symbols.Count == 0)
            throw new ArgumentException("At least one symbol is needed.", nameof(symbols));
        if (since is not null && since.Count != symbols.Count)
            throw new ArgumentException($"Expected {symbols.Count} entries, one for each symbol, got {since.Count}.", nameof(since));

        string interval = WireNames.Of(timeframe);
        long now = await BeginAsync(cancellationToken);
        Dictionary<string, CandleTracker> trackers = [];
        for (int i = 0; i < symbols.Count; i++)
            trackers[$"kline.{interval}.{symbols[i]}"] = new CandleTracker(symbols[i], timeframe, timeframe.OpenOf(since?[i] is { } start ? UnixTime.FromDateTime(start) : now));

        await foreach (StreamEvent one in StreamHub.ReadAsync(_requests, trackers.Keys, cancellationToken))
        {
            if (one.Message is null)
            {
                foreach (CandleUpdate missed in await CatchUpAsync(one.Connection.Topics.Select(topic => trackers[topic]), timeframe, cancellationToken))
                    yield return missed;
                continue;
            }

            if (!trackers.TryGetValue(one.Message.Topic!, out CandleTracker? tracker))
                continue;
            foreach (KlinePush push in PushReader.Entries(one.Message, WireContext.Default.KlinePush, push => push.Complete(), _requests.Client.Notices))
            {
                if (push.Start is { } start && tracker.IsBehind(start))
                {
                    foreach (CandleUpdate missed in await MissedAsync(tracker, timeframe, start, cancellationToken))
                        yield return missed;
                }

                if (tracker.Take(push) is { } update)
                    yield return update;
            }
        }
    }

    /// <summary>The server's clock at the start: during a ban the stream waits, any other error is thrown.</summary>
    private Task<long> BeginAsync(CancellationToken cancellationToken) =>
        RetryAsync(() => _requests.Client.ServerTimeAsync(cancellationToken), failure => failure.RetryAt is not null, cancellationToken);

    /// <summary>After a (re)connection: all candles that closed since the last one seen, for all symbols.</summary>
    private async Task<IEnumerable<CandleUpdate>> CatchUpAsync(IEnumerable<CandleTracker> trackers, Timeframe timeframe, CancellationToken cancellationToken)
    {
        long now = await RetryAsync(() => _requests.Client.ServerTimeAsync(cancellationToken), cancellationToken);
        long open = timeframe.OpenOf(now);
        IReadOnlyList<CandleUpdate>[] missed = await Task.WhenAll(
            trackers.Where(tracker => tracker.IsBehind(open)).Select(tracker => MissedAsync(tracker, timeframe, open, cancellationToken)));
        return missed.SelectMany(updates => updates);
    }

    /// <summary>The closed candles before a candle that has opened. The newest may be available over REST slightly later than on the stream.</summary>
    private async Task<IReadOnlyList<CandleUpdate>> MissedAsync(CandleTracker tracker, Timeframe timeframe, long open, CancellationToken cancellationToken)
    {
        List<CandleUpdate> updates = [];
        for (int ask = 1; tracker.IsBehind(open); ask++)
        {
            if (ask > 1)
                await Task.Delay(_requests.Client.Options.Resilience.Delay, _requests.Client.Options.Clock, cancellationToken);
            List<CandleSeries> pieces = await RetryAsync(() => FetchAsync(tracker, timeframe, open, cancellationToken), cancellationToken);
            foreach (Candle candle in pieces.SelectMany(piece => piece))
            {
                updates.Add(new CandleUpdate(tracker.Symbol, timeframe, candle, IsClosed: true));
                tracker.Closed(UnixTime.FromDateTime(candle.OpenTime));
            }

            if (ask == AsksForTheNewest)
                tracker.CaughtUpTo(open); // the market had none
        }

        return updates;
    }

    private async Task<List<CandleSeries>> FetchAsync(CandleTracker tracker, Timeframe timeframe, long open, CancellationToken cancellationToken)
    {
        List<CandleSeries> pieces = [];
        DateTime from = UnixTime.ToDateTime(tracker.Expected), to = UnixTime.ToDateTime(open);
        await foreach (CandleSeries piece in _history.FetchAsync(tracker.Symbol, timeframe, from, to, progress: null, cancellationToken))
            pieces.Add(piece);
        return pieces;
    }

    /// <summary>Retries while the exchange is down or has banned the address.</summary>
    private Task<T> RetryAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken) =>
        RetryAsync(work, failure => failure.Fault == BybitFault.Retryable || failure.RetryAt is not null, cancellationToken);

    private async Task<T> RetryAsync<T>(Func<Task<T>> work, Func<BybitException, bool> mayPass, CancellationToken cancellationToken)
    {
        BybitOptions options = _requests.Client.Options;
        while (true)
        {
            TimeSpan wait;
            try
            {
                return await work();
            }
            catch (BybitException failure) when (mayPass(failure))
            {
                DateTime now = options.Clock.GetUtcNow().UtcDateTime, until = failure.RetryAt ?? now + options.Resilience.LongestDelay;
                wait = until - now;
                _requests.Client.Notices.Wait(failure, until);
            }

            await Task.Delay(wait > TimeSpan.Zero ? wait : options.Resilience.Delay, options.Clock, cancellationToken);
        }
    }
}
