using TradeBot.MarketData;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot.Sessions;

/// <summary>The backtest that runs beside a session, on the candles that it saw.</summary>
/// <remarks>
/// It is a moment behind, so that a candle that came late for the session is in its place here. It knows neither states nor limits
/// of the session: what these changed shows as a difference.
/// </remarks>
internal sealed class ShadowRun(IStrategy strategy, SessionFeeds feeds, BacktestOptions terms)
{
    private readonly PaperRun _run = new(strategy, feeds, terms);
    private List<BoardCandle> _candles = [];
    private long _moment = long.MinValue;

    /// <summary>Why it stopped; null while it runs.</summary>
    public string? Failure { get; private set; }

    public IEnumerable<SessionFill> Fills => _run.Books.Fills.Select(fill => new SessionFill(fill.Time, fill.Symbol, fill.Side, fill.Quantity, fill.Price, fill.Paid, fill.Fee, fill.Order, fill.Exit));

    public double Equity => _run.Books.Equity;

    public void WarmUp(long time, IReadOnlyList<BoardCandle> candles) => Guard(() => _run.WarmUp(time, candles));

    public void Add(long time, IReadOnlyList<BoardCandle> candles)
    {
        Finish();
        (_moment, _candles) = (time, [.. candles]);
    }

    public void AddLate(in BoardCandle candle)
    {
        BoardCandle late = candle;
        long close = feeds.All[late.Feed].Timeframe.NextOpen(UnixTime.FromDateTime(late.Candle.OpenTime));
        if (close != _moment)
        {
            Guard(() => _run.ShowLate(late, _moment));
            return;
        }

        int at = _candles.FindIndex(c => c.Feed > late.Feed);
        _candles.Insert(at < 0 ? _candles.Count : at, late);
    }

    /// <summary>Decides on the last moment, for which nothing more is waited.</summary>
    public void Finish()
    {
        if (_candles.Count > 0)
            Guard(() => _run.Decide(_moment, _candles, behind: 0));
        _candles = [];
    }

    /// <summary>It goes no further: the strategy did not come back from the session's call, and would not from this one's.</summary>
    /// <param name="reason">A sentence.</param>
    public void Stop(string reason) => Failure ??= reason;

    /// <summary>A strategy that fails here has failed in the session too, or will; the session says so.</summary>
    private void Guard(Action step)
    {
        if (Failure is not null)
            return;
        try
        {
            step();
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or StrategyAbandonedException))
        {
            Failure = $"The backtest beside the session stopped: {failure.GetType().Name}: {failure.Message}";
        }
    }
}
