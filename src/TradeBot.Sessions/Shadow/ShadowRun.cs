using TradeBot.MarketData;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot.Sessions;

/// <summary>The parallel backtest of a session, on the candles that the session received.</summary>
/// <remarks>
/// It runs one moment behind, so that candles which arrived late are in order here. It ignores the state and limits of the
/// session: their effect is shown as a difference.
/// </remarks>
internal sealed class ShadowRun(IStrategy strategy, SessionFeeds feeds, BacktestOptions terms)
{
    private readonly PaperRun _run = new(strategy, feeds, terms);
    private List<BoardCandle> _candles = [];
    private long _moment = long.MinValue;

    /// <summary>Why it stopped, as a sentence; null while it runs.</summary>
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

    /// <summary>Decides the last moment, for which no more candles are expected.</summary>
    public void Finish()
    {
        if (_candles.Count > 0)
            Guard(() => _run.Decide(_moment, _candles, behind: 0));
        _candles = [];
    }

    /// <summary>Stops it: the strategy did not return from the session's call, and would not return here either.</summary>
    /// <param name="reason">The reason, as a sentence.</param>
    public void Stop(string reason) => Failure ??= reason;

    /// <summary>A strategy that fails here has failed or will fail in the session too, which reports it.</summary>
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
            Failure = $"The parallel backtest stopped: {failure.GetType().Name}: {failure.Message}";
        }
    }
}
