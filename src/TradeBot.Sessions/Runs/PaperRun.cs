using TradeBot.MarketData;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot.Sessions;

/// <summary>An engine with a simulated venue that receives candles as they close.</summary>
/// <remarks>
/// The open of a candle is processed together with its close, because fills need its high and low. All fills follow candles of
/// one timeframe, so that the order of events is that of a backtest.
/// </remarks>
internal sealed class PaperRun
{
    private readonly SimulatedRun _run;
    private readonly SessionFeeds _feeds;
    private readonly PaperVenue? _venue;

    /// <param name="strategy">What decides.</param>
    /// <param name="feeds">The feeds of the strategy, and those that determine fills.</param>
    /// <param name="terms">The conditions.</param>
    /// <param name="around">Wraps the venue that the engine uses; null for none.</param>
    /// <param name="brake">An additional check of the risk gate; null for none.</param>
    public PaperRun(IStrategy strategy, SessionFeeds feeds, BacktestOptions terms, Func<IVenue, IVenue>? around = null, ITradingBrake? brake = null)
    {
        _feeds = feeds;
        RunSeams? seams = null;
        PaperVenue? paper = null;
        if (around is not null)
            seams = new RunSeams(venue => around(paper = new PaperVenue((SimulatedVenue)venue)), brake!);
        _run = new SimulatedRun(strategy, feeds.Seen, feeds.Complete(terms), new EquityRecorder(capacity: 0), seams);
        _venue = paper;
    }

    public TradingBooks Books => _run.Books;

    public EquityRecorder Equity => _run.Equity;

    /// <summary>Processes the candles that close at a moment; the strategy decides if it sees one of them.</summary>
    /// <param name="time">Milliseconds since 1970-01-01 UTC.</param>
    /// <param name="candles">In the order of the feeds.</param>
    /// <param name="behind">Delay of the decision after the moment, in milliseconds.</param>
    public void Decide(long time, IReadOnlyList<BoardCandle> candles, long behind)
    {
        _venue?.Behind = behind;
        Show(candles, _ => time);
        if (candles.Any(c => _run.IsStrategyFeed(c.Feed)))
            _run.Process(new MomentEnded(time));
    }

    /// <summary>Processes a late candle, whose moment has been decided.</summary>
    /// <param name="candle">The candle, shown before the next decision.</param>
    /// <param name="now">The last moment.</param>
    public void ShowLate(in BoardCandle candle, long now) => Show([candle], close => Math.Max(close, now));

    /// <summary>Processes the candles of a moment before the start of trading.</summary>
    public void WarmUp(long time, IReadOnlyList<BoardCandle> candles)
    {
        foreach (BoardCandle candle in candles)
        {
            Candle shown = candle.Candle;
            _run.WarmUp(new CandleClosed(candle.Feed, time, shown, candle.IsSynthetic));
        }

        if (candles.Any(c => _run.IsStrategyFeed(c.Feed)))
            _run.WarmUp();
    }

    /// <inheritdoc cref="SimulatedRun.Flatten"/>
    public bool Flatten(long time, string reason) => _run.Flatten(time, reason);

    private void Show(IReadOnlyList<BoardCandle> candles, Func<long, long> timeOf)
    {
        foreach (BoardCandle opened in candles)
        {
            Candle candle = opened.Candle;
            if (_run.UsesOpen(opened.Feed))
                _run.Process(new CandleOpened(opened.Feed, UnixTime.FromDateTime(candle.OpenTime), candle.Open, opened.IsSynthetic, candle.High, candle.Low));
        }

        foreach (BoardCandle closed in candles)
        {
            Candle candle = closed.Candle;
            _run.Process(new CandleClosed(closed.Feed, timeOf(_feeds.All[closed.Feed].Timeframe.NextOpen(UnixTime.FromDateTime(candle.OpenTime))), candle, closed.IsSynthetic));
        }
    }
}
