using TradeBot.MarketData;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot.Sessions;

/// <summary>A session without streams, clock and commands: each input changes the journal, the engine and the parallel backtest, in this order.</summary>
/// <remarks>The caller holds the engine's lock. When a session is rebuilt, the inputs come from the journal.</remarks>
internal sealed class SessionCore
{
    private const string ShadowEnd = "The parallel backtest ended where the strategy failed or did not return.";

    private readonly SessionFeeds _feeds;
    private readonly OpenedEntry _opened;
    private readonly SafetyLimits _limits;
    private readonly SessionJournal _journal;
    private readonly SessionLedger _ledger;
    private readonly PaperRun _run;
    private readonly ShadowRun _shadow;
    private readonly DelayMeter _delay;
    private int _refusals;

    public SessionCore(
        IStrategy strategy, SessionFeeds feeds, BacktestOptions terms, SafetyLimits limits, OpenedEntry opened, SessionJournal journal, SessionLedger ledger, DelayMeter delay)
    {
        (_feeds, _opened, _limits, _journal, _ledger, _delay) = (feeds, opened, limits, journal, ledger, delay);
        Engine = new EngineLock();
        Brake = new SafetyBrake(limits);
        Board = new CandleBoard(feeds.All);
        var watched = new WatchedStrategy(strategy, Engine, IsKnownAbandoned);
        _run = new PaperRun(
            watched, feeds, terms,
            venue => new JournaledVenue(venue, journal, Brake, opened.Session, Reduces), Brake);
        _shadow = new ShadowRun(watched, feeds, terms);
        Brake.PriceOf = symbol => _run.Books.Marks[_run.Books.BookOf(symbol).Index];
    }

    public EngineLock Engine { get; }

    public SafetyBrake Brake { get; }

    public CandleBoard Board { get; }

    public ShadowRun Shadow => _shadow;

    public TradingBooks Books => _run.Books;

    public EquityRecorder Equity => _run.Equity;

    /// <summary>The last moment, milliseconds since 1970-01-01 UTC; 0 before the first.</summary>
    public long Moment => Math.Max(0, Board.Decided);

    /// <summary>Continues where the journal ends, or starts a new one.</summary>
    /// <exception cref="InvalidDataException">The journal belongs to another strategy or other terms, or the same candles now give other results.</exception>
    public void Begin()
    {
        if (!_journal.IsRebuilding)
        {
            _journal.Told(_opened);
            return;
        }

        List<BoardCandle> candles = [];
        while (_journal.IsRebuilding)
            Replay(_journal.Replay(), candles);
    }

    /// <summary>Processes an update of the stream.</summary>
    public void Take(in FeedNews news)
    {
        if (Board.Take(news) is { Fault: not CandleFault.Repeated } notice)
            _journal.Told(new NoticeEntry(notice));
    }

    /// <summary>Decides the next moment if its candles have arrived.</summary>
    /// <param name="isPatienceOver">Whether to decide without the candles that have not arrived.</param>
    /// <returns>Whether a moment was decided.</returns>
    public bool Step(bool isPatienceOver)
    {
        if (Board.NextMoment == long.MaxValue || !(isPatienceOver || Board.IsComplete))
            return false;

        BoardMoment next = Board.Next();
        if (next.IsLate)
        {
            foreach (BoardCandle candle in next.Candles)
            {
                _journal.Told(EntryOf(candle, CandleMode.Late));
                ShowLate(candle);
            }
        }
        else
        {
            Decide(next);
        }

        _journal.Flush(toDisk: false);
        return true;
    }

    /// <summary>Shows the candles before the start of trading, in order of time.</summary>
    public void WarmUp(IEnumerable<BoardMoment> moments)
    {
        foreach (BoardMoment moment in moments)
        {
            foreach (BoardCandle candle in moment.Candles)
            {
                _journal.Told(EntryOf(candle, CandleMode.WarmUp));
                Board.LaneOf(candle.Feed).Seen(candle.Candle);
            }

            Board.Decided = moment.Time;
            var entry = new MomentEntry(moment.Time, WarmUp: true);
            _journal.Told(entry);
            Process(entry, moment.Candles);
        }

        _journal.Flush(toDisk: false);
    }

    /// <summary>Changes what the session may do.</summary>
    public void Change(TradingState state, bool flattens, string by, string why)
    {
        var change = new StateEntry(state, flattens, Moment, by, why);
        _journal.Told(change);
        Apply(change);
        _journal.Flush(toDisk: true);
    }

    /// <summary>Records that the present call of the strategy never returned, because it hangs or failed.</summary>
    public void Abandon()
    {
        _journal.Told(new AbandonedEntry(Engine.Calls));
        _shadow.Stop(ShadowEnd);
    }

    public void Note(CandleNotice notice)
    {
        _journal.Told(new NoticeEntry(notice));
        _journal.Flush(toDisk: false);
    }

    public void Close(string why)
    {
        _shadow.Finish();
        _journal.Told(new ClosedEntry(why));
        _journal.Flush(toDisk: true);
    }

    private void Decide(BoardMoment next)
    {
        foreach (BoardCandle candle in next.Candles)
            _journal.Told(EntryOf(candle, CandleMode.Live));
        foreach (int feed in next.Absent)
            _journal.Told(new NoticeEntry(AbsentAt(_feeds.All[feed], next.Time)));
        string[] stale = [.. Stale(next.Time)];
        var entry = new MomentEntry(next.Time, _delay.Behind(next.Time), next.Absent.Count == 0 ? null : next.Absent, stale.Length == 0 ? null : stale);
        _journal.Told(entry);
        Process(entry, next.Candles);
    }

    private void Replay(JournalEntry entry, List<BoardCandle> candles)
    {
        switch (entry)
        {
            case OpenedEntry opened:
                RequireSame(opened);
                break;
            case CandleEntry candle:
                BoardCandle read = CandleOf(candle);
                Board.LaneOf(read.Feed).Seen(read.Candle);
                if (candle.Mode == CandleMode.Late)
                    Guarded(() => ShowLate(read));
                else
                    candles.Add(read);
                break;
            case MomentEntry moment:
                Board.Decided = moment.Time;
                Guarded(() => Process(moment, [.. candles]));
                candles.Clear();
                break;
            case StateEntry change:
                Apply(change);
                break;
        }
    }

    /// <summary>The journal records a call that never returned, followed by the actions taken.</summary>
    private static void Guarded(Action step)
    {
        try
        {
            step();
        }
        catch (StrategyAbandonedException)
        {
            return;
        }
    }

    private void Process(MomentEntry moment, IReadOnlyList<BoardCandle> candles)
    {
        if (moment.WarmUp)
        {
            _shadow.WarmUp(moment.Time, candles);
            _run.WarmUp(moment.Time, candles);
            return;
        }

        Brake.Begin(moment.Time, moment.Stale ?? []);
        _shadow.Add(moment.Time, candles);
        _run.Decide(moment.Time, candles, moment.Behind);
        NoteRefusals();
    }

    private void ShowLate(in BoardCandle candle)
    {
        _shadow.AddLate(candle);
        _run.ShowLate(candle, Board.Decided);
        NoteRefusals();
    }

    private void Apply(StateEntry change)
    {
        Brake.Change(change.State, change.By, change.Why);
        if (change.Flattens)
        {
            bool isFlat = _run.Flatten(change.Time, $"{change.By} closed all positions: {change.Why}");
            NoteRefusals();
            _journal.Followed(new FlattenedEntry(isFlat, change.Time));
        }
    }

    private void NoteRefusals()
    {
        for (; _refusals < Books.Refusals.Count; _refusals++)
        {
            OrderRefusal refusal = Books.Refusals[_refusals];
            _journal.Followed(new RefusedEntry(UnixTime.FromDateTime(refusal.Time), refusal.Symbol, refusal.Reason));
        }
    }

    private bool IsKnownAbandoned(long call)
    {
        if (_journal.Next is not AbandonedEntry abandoned || abandoned.Call != call)
            return false;
        _journal.Replay();
        _shadow.Stop(ShadowEnd);
        return true;
    }

    private bool Reduces(Order order) => Books.Account.Holdings[order.Book] is not 0 and var held && held > 0 == (order.Side == OrderSide.Sell);

    /// <summary>Symbols with stale prices: the feed that determines their fills has had no candle for longer than the limits allow.</summary>
    private IEnumerable<string> Stale(long moment)
    {
        for (int symbol = 0; symbol < _feeds.Symbols.Count; symbol++)
        {
            string name = _feeds.Symbols[symbol];
            FeedLane lane = Board.LaneOf(_feeds.All.TakeWhile(f => f.Symbol != name).Count());
            long? from = lane.Expected;
            if (from is { } expected && expected < moment && lane.Timeframe.CandlesBetween(expected, lane.Timeframe.OpenOf(moment)) >= _limits.StaleAfterCandles)
                yield return name;
        }
    }

    private void RequireSame(OpenedEntry found)
    {
        (string What, string Found, string Given)[] parts =
        [
            ("strategy", found.Strategy, _opened.Strategy), ("feeds", string.Join(", ", found.Feeds), string.Join(", ", _opened.Feeds)),
            ("name", found.Session, _opened.Session), ("terms", found.Spec, _opened.Spec), ("limits", found.Limits, _opened.Limits),
        ];
        foreach ((string what, string was, string given) in parts)
        {
            if (was != given)
                throw new InvalidDataException($"The journal in this folder belongs to another session: its {what} {(was.Length + given.Length < 200 ? $"is {was}, not {given}" : "differ")}. Continue with the original settings, or start a new session in another folder.");
        }
    }

    private static CandleNotice AbsentAt(CandleFeed feed, long moment) => new(
        CandleFault.Absent, feed.Symbol, feed.Timeframe.ToString(), UnixTime.ToDateTime(moment),
        FormattableString.Invariant($"{feed.Symbol} {feed.Timeframe} had not arrived when {UnixTime.ToDateTime(moment):yyyy-MM-dd HH:mm} was decided."));

    private static CandleEntry EntryOf(in BoardCandle taken, CandleMode mode)
    {
        Candle candle = taken.Candle;
        return new CandleEntry(
            taken.Feed, UnixTime.FromDateTime(candle.OpenTime), [candle.Open, candle.High, candle.Low, candle.Close], candle.Volume,
            double.IsNaN(candle.Turnover) ? null : candle.Turnover, mode, taken.IsSynthetic);
    }

    private static BoardCandle CandleOf(CandleEntry entry) => new(
        entry.Feed,
        new Candle(UnixTime.ToDateTime(entry.Open), entry.Prices[0], entry.Prices[1], entry.Prices[2], entry.Prices[3], entry.Volume, entry.Turnover ?? double.NaN),
        entry.Synthetic);
}
