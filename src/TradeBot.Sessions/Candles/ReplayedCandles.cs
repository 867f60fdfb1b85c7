using System.Runtime.CompilerServices;
using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Sessions;

/// <summary>Replays historical candles as a live stream: all feeds in order of time, as fast as possible or at a given speed.</summary>
/// <remarks>A session on this stream decides at the same moments and on the same candles as a backtest of the same series.</remarks>
public sealed class ReplayedCandles : ICandleStream
{
    private readonly IReadOnlyList<CandleSeries> _series;
    private readonly double _speed;
    private readonly TimeProvider _time;

    /// <param name="series">At least one; at most one per symbol and timeframe.</param>
    /// <param name="speed">Seconds of market time per second, positive; infinity, the default, replays as fast as possible.</param>
    /// <param name="time">The clock for waiting; the system's when null.</param>
    /// <exception cref="ArgumentException">There is no series, or one is given twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="speed"/> is not positive.</exception>
    public ReplayedCandles(IEnumerable<CandleSeries> series, double speed = double.PositiveInfinity, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(series);
        _series = [.. series];
        if (_series.Count == 0)
            throw new ArgumentException("A replay needs at least one series of candles.", nameof(series));
        if (_series.GroupBy(s => (s.Symbol, s.Timeframe)).FirstOrDefault(g => g.Skip(1).Any()) is { } twice)
            throw new ArgumentException($"{twice.Key.Symbol} {twice.Key.Timeframe} is given twice.", nameof(series));
        if (!(speed > 0))
            throw new ArgumentOutOfRangeException(nameof(speed), speed, "The speed must be positive; infinity replays without waiting.");
        (_speed, _time) = (speed, time ?? TimeProvider.System);
    }

    /// <inheritdoc/>
    public string Name => "replay";

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The replay has no such candles.</exception>
    public async IAsyncEnumerable<CandleUpdate> SubscribeAsync(
        IReadOnlyList<string> symbols, Timeframe timeframe, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(symbols);
        CandleFeed[] feeds = [.. symbols.Select(s => new CandleFeed(s, timeframe))];
        await foreach (FeedNews news in ReadAsync(feeds, cancellationToken))
        {
            if (news.IsClosed)
                yield return new CandleUpdate(feeds[news.Feed].Symbol, timeframe, news.Candle, IsClosed: true);
        }
    }

    /// <summary>Merges all feeds: the candles that close at a moment in the order of the feeds, then an update that the moment has passed.</summary>
    internal async IAsyncEnumerable<FeedNews> ReadAsync(IReadOnlyList<CandleFeed> feeds, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        CandleSeries[] series = [.. feeds.Select(Find)];
        int[] next = new int[series.Length];
        long began = _time.GetTimestamp();
        long? first = null;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            long moment = long.MaxValue;
            for (int feed = 0; feed < series.Length; feed++)
                moment = Math.Min(moment, CloseAt(series[feed], next[feed]));
            if (moment == long.MaxValue)
                yield break;
            if (!double.IsPositiveInfinity(_speed))
                await WaitAsync(began, moment - (first ??= moment), cancellationToken);
            for (int feed = 0; feed < series.Length; feed++)
            {
                if (CloseAt(series[feed], next[feed]) == moment)
                    yield return FeedNews.Closed(feed, series[feed][next[feed]], moment, series[feed].IsSynthetic(next[feed]++));
            }

            yield return FeedNews.Passed(moment);
        }
    }

    private static long CloseAt(CandleSeries series, int index) => index < series.Count ? series.Timeframe.NextOpen(series.OpenTimes[index]) : long.MaxValue;

    private Task WaitAsync(long began, long passed, CancellationToken cancellationToken)
    {
        TimeSpan wait = TimeSpan.FromMilliseconds(passed / _speed) - _time.GetElapsedTime(began);
        return wait > TimeSpan.Zero ? Task.Delay(wait, _time, cancellationToken) : Task.CompletedTask;
    }

    private CandleSeries Find(CandleFeed feed) => _series.FirstOrDefault(s => s.Symbol == feed.Symbol && s.Timeframe == feed.Timeframe)
        ?? throw new ArgumentException($"The replay has no {feed.Symbol} {feed.Timeframe}; it has {string.Join(", ", _series.Select(s => $"{s.Symbol} {s.Timeframe}"))}.", nameof(feed));
}
