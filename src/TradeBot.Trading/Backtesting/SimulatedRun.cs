using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Trading;

/// <summary>A trading engine at a simulated venue, driven by past candles; synchronous, and the same in every replay.</summary>
/// <remarks>
/// At one moment closes come before the decision and the decision before opens, each in the order of the feeds. A
/// symbol trades on its intrabar candles when the run has some (<see cref="BacktestOptions.IntrabarCandles"/>), which come before the
/// feeds that the strategy sees; otherwise on its first feed. A fill inside a candle has the candle's close time: when
/// it happened is not in the data.
/// </remarks>
internal sealed class SimulatedRun
{
    /// <summary>How many candles are looked at for a liquidation before the strategy sees them.</summary>
    private const int StretchWithLevel = 64;

    private readonly TradingBooks _books;
    private readonly Account _account;
    private readonly MarginDesk _margin;
    private readonly OrderDesk _desk;
    private readonly TradingEngine _engine;
    private readonly VenueBook[] _bookOfFeed;
    private readonly int[] _symbolOfFeed, _working;
    private readonly bool[] _tradesOn;
    private readonly int _intrabarFeeds;
    private readonly bool _sizesAtFill, _usesEachOpen;
    private readonly EndOfRun _atEnd;

    /// <param name="strategy">What decides.</param>
    /// <param name="feeds">What the strategy sees; their events are numbered after those of the intrabar candles.</param>
    /// <param name="options">The conditions.</param>
    /// <param name="equity">Where equity is kept.</param>
    /// <param name="seams">What stands between the engine and the venue; null for nothing.</param>
    public SimulatedRun(IStrategy strategy, IReadOnlyList<CandleFeed> feeds, BacktestOptions options, EquityRecorder equity, RunSeams? seams = null)
        : this(feeds, options, desk => new TradingEngine(strategy, feeds, desk, options.EngineTerms, equity), seams)
    {
    }

    public SimulatedRun(IOrderAlgorithm algorithm, IReadOnlyList<CandleFeed> feeds, BacktestOptions options, EquityRecorder equity)
        : this(feeds, options, desk => new TradingEngine(algorithm, feeds, desk, equity), seams: null)
    {
    }

    private SimulatedRun(IReadOnlyList<CandleFeed> feeds, BacktestOptions options, Func<OrderDesk, TradingEngine> engine, RunSeams? seams)
    {
        string[] symbols = [.. feeds.Select(f => f.Symbol).Distinct()];
        _books = new TradingBooks([.. symbols.Select(options.InstrumentOf)], options.Cash);
        _account = _books.Account;
        Venue = new SimulatedVenue(_books, options.VenueTerms);
        _margin = Venue.Margin;
        _desk = new OrderDesk(_books, new RiskGate(options.Risk, options.Margin, _books, seams?.Brake), seams?.Venue(Venue) ?? Venue);
        _engine = engine(_desk);
        _intrabarFeeds = options.IntrabarCandles.Count;
        _symbolOfFeed = [.. options.IntrabarCandles.Select(f => f.Symbol).Concat(feeds.Select(f => f.Symbol)).Select(s => Array.IndexOf(symbols, s))];
        _bookOfFeed = [.. _symbolOfFeed.Select(symbol => Venue.Symbols[symbol])];
        _tradesOn = [.. _symbolOfFeed.Select((symbol, feed) => Array.IndexOf(_symbolOfFeed, symbol) == feed)];
        _working = _books.Working;
        (_sizesAtFill, _atEnd) = (options.SizedAt == SizingMoment.Fill, options.AtEnd);
        _usesEachOpen = _sizesAtFill || Venue.MindsEachOpen;
    }

    public TradingBooks Books => _books;

    public SimulatedVenue Venue { get; }

    public EquityRecorder Equity => _engine.Equity;

    /// <summary>Whether the strategy receives a feed's candles.</summary>
    public bool IsStrategyFeed(int feed) => feed >= _intrabarFeeds;

    /// <summary>Whether anything can happen when a candle of a feed opens; if not, the open is skipped.</summary>
    public bool UsesOpen(int feed) => _tradesOn[feed] && (_usesEachOpen || _working[_symbolOfFeed[feed]] > 0 || _margin.MayBreak);

    public void Process(in CandleOpened opened)
    {
        if (!_tradesOn[opened.Feed])
            return;

        if (opened.Time != _desk.Time)
            FillPostponed();
        Venue.PayDue(opened.Time);
        VenueBook book = _bookOfFeed[opened.Feed];
        if (opened.IsSynthetic)
            return;
        if (_sizesAtFill)
            _engine.Open(book.Symbol, opened.Price, opened.Time);
        if (_working[book.Index] == 0 && !(_margin.MayBreak && Venue.Liquidates(book, opened.Price, opened.Price)))
            return;

        MoveTo(opened.Time, opens: true);
        Venue.Open(book, opened.Price, opened.High, opened.Low, opened.Time);
    }

    public void Process(in CandleClosed closed)
    {
        VenueBook book = _bookOfFeed[closed.Feed];
        FillPostponed();
        MoveTo(closed.Time, opens: false);
        ref readonly Candle candle = ref closed.Candle;
        if (_tradesOn[closed.Feed])
        {
            if ((_working[book.Index] > 0 || _margin.MayBreak) && !closed.IsSynthetic)
                Venue.Inside(book, candle, closed.Time);
            if (closed.Feed < _intrabarFeeds)
                _books.Marks[book.Index] = candle.Close;
            book.Symbol.See(candle.High, candle.Low, _account.Holdings[book.Index]);
            book.Close(candle.Open, candle.High, candle.Low, candle.Volume);
        }

        if (closed.Feed >= _intrabarFeeds)
            _engine.Close(closed.Feed - _intrabarFeeds, candle);
    }

    public void Process(in MomentEnded moment) => _engine.Decide(moment.Time);

    /// <summary>Skips candles of the only feed in which nothing can trade, up to the one after which the strategy wants something.</summary>
    /// <param name="candles">Of the feed.</param>
    /// <param name="from">The first.</param>
    /// <param name="to">The first that must not be skipped.</param>
    /// <returns>The candle that comes next; <paramref name="from"/> when not even that one can be skipped.</returns>
    public int Pass(CandleSeries candles, int from, int to)
    {
        VenueBook book = _bookOfFeed[0];
        if (_usesEachOpen || _working[0] > 0 || !_engine.IsBlind)
            return from;
        if (_margin.MayBreak)
            to = FirstBroken(book, candles, from, Math.Min(to, from + StretchWithLevel));
        if (to == from)
            return from;

        int wanted = _engine.Watch(candles, from, to), last = Math.Min(wanted, to - 1);
        MoveTo(candles.CloseTimes.Span[last], opens: false);
        book.Close(candles.Open[last], candles.High[last], candles.Low[last], candles.Volume[last]);
        _engine.Pass(candles, from, last, wants: wanted < to);
        return last + 1;
    }

    /// <summary>A candle closed before trading begins: everything that measures prices sees it, and nothing trades.</summary>
    public void WarmUp(in CandleClosed closed)
    {
        ref readonly Candle candle = ref closed.Candle;
        VenueBook book = _bookOfFeed[closed.Feed];
        MoveTo(closed.Time, opens: false);
        if (_tradesOn[closed.Feed])
        {
            _books.Marks[book.Index] = candle.Close;
            book.Close(candle.Open, candle.High, candle.Low, candle.Volume);
        }

        if (closed.Feed >= _intrabarFeeds)
            _engine.Close(closed.Feed - _intrabarFeeds, candle);
    }

    /// <summary>Every candle that closed at a moment before trading begins has been told of.</summary>
    public void WarmUp() => _engine.WarmUp();

    /// <summary>Cancels every order and closes every position at its last price, now and not at the next open.</summary>
    /// <param name="time">Milliseconds since 1970-01-01 UTC, not before the last event.</param>
    /// <param name="reason">A sentence that says who wants it.</param>
    /// <returns>Whether nothing is left: no order works and nothing is held.</returns>
    public bool Flatten(long time, string reason)
    {
        FillPostponed();
        MoveTo(Math.Max(time, _desk.Time), opens: false);
        foreach (VenueBook book in Venue.Symbols)
        {
            CancelAll(book, reason);
            if (_account.Quantity(book.Index) is not 0 and decimal held && _books.Marks[book.Index] > 0)
            {
                book.StayInLast();
                _desk.SubmitMarket(book.Symbol, -held, _desk.Time, exit: ExitReason.Limit);
                if (book.Orders.Count > 0)
                    Venue.Meet(book.Orders[^1], book, _books.Marks[book.Index], _desk.Time);
                CancelAll(book, reason); // levels that the strategy's trader put beside what was left
            }
        }

        return _account.IsFlat && Venue.Symbols.All(book => book.Orders.Count == 0);
    }

    private void CancelAll(VenueBook book, string reason)
    {
        for (int i = book.Orders.Count - 1; i >= 0; i--)
            _desk.Cancel(book.Orders[i], "Cancelled: " + reason);
    }

    /// <summary>Ends the run: orders that never met their price expire, open positions are closed or become open trades.</summary>
    public void Finish(DateTime time)
    {
        long now = UnixTime.FromDateTime(time);
        FillPostponed();
        MoveTo(now, opens: false);
        _desk.Listener = null;
        foreach (VenueBook book in Venue.Symbols)
        {
            for (int i = book.Orders.Count - 1; i >= 0; i--)
                Expire(book.Orders[i], now);
            if (_atEnd != EndOfRun.KeepOpen && _account.Quantity(book.Index) is not 0 and decimal held)
                CloseOut(book, held, now);
        }

        if (_atEnd != EndOfRun.KeepOpen)
            Equity.Amend(_books.Equity, _account.GrossExposure(_books.Marks));
    }

    /// <summary>What is submitted while a candle opens waits for the next open.</summary>
    private void MoveTo(long time, bool opens)
    {
        _desk.MoveTo(time, opens);
        Venue.MoveTo(time, opens);
    }

    private void FillPostponed()
    {
        if (!Venue.HasPostponed)
            return;
        MoveTo(_desk.Time, opens: true);
        Venue.FillPostponed();
    }

    /// <summary>The first candle in whose range the position is liquidated; the end when there is none.</summary>
    private int FirstBroken(VenueBook book, CandleSeries candles, int from, int to)
    {
        ReadOnlySpan<double> high = candles.High, low = candles.Low;
        for (int i = from; i < to; i++)
        {
            if (Venue.Liquidates(book, high[i], low[i]))
                return i;
        }

        return to;
    }

    private void Expire(Order order, long time)
    {
        string reason = order.Type == OrderType.Market
            ? "the data ends before a candle opens at which it could trade."
            : "the data ends before its price was met.";
        Venue.End(order, OrderState.Expired, reason, time);
    }

    private void CloseOut(VenueBook book, decimal held, long now)
    {
        book.StayInLast();
        _desk.SubmitMarket(book.Symbol, -held, now, exit: ExitReason.End);
        Venue.Meet(book.Orders[^1], book, _atEnd == EndOfRun.CloseAtLastOpen ? book.LastOpen : _books.Marks[book.Index], now);
    }
}
