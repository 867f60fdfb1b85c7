using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Trading;

/// <summary>Turns market events into decisions, orders, fills and an account; synchronous, the same in every driver.</summary>
/// <remarks>
/// | event | what happens, in this order |
/// | --- | --- |
/// | <see cref="CandleOpened"/> | funding and interest that have come due are paid; orders whose time ran out expire; a position that the open leaves without margin is liquidated; orders that the open meets fill, purchases after the sales at the same open that pay for them |
/// | <see cref="CandleClosed"/> | the path inside the candle meets orders and liquidation (<see cref="CandleWalk"/>); the position is marked at the close; the strategy sees the candle |
/// | <see cref="MomentEnded"/> | losses are held against the risk policy; the strategy decides; each changed target is sized on equity at these marks, judged by the risk policy, and becomes an order; equity is recorded |
/// | <see cref="Pass"/> | what all of them do for many candles of the only feed: while no order waits, no liquidation lies in a candle's range, no limit watches losses and nothing is due at opens, only the strategy need see a candle |
///
/// At one moment closes come before the decision and the decision before opens, each in the order of the feeds. A
/// symbol trades on its finer candles when the run has some (<see cref="BacktestOptions.Finer"/>), which come before the
/// feeds that the strategy sees; otherwise on its first feed. A fill inside a candle bears the candle's close time: when
/// it happened is not in the data.
/// </remarks>
internal sealed class TradingEngine
{
    /// <summary>How many candles are looked at for a liquidation before the strategy sees them.</summary>
    private const int StretchWithLevel = 64;

    private readonly IDecisionMaker _trader;
    private readonly OrderDesk _desk;
    private readonly CandleWalk _walk;
    private readonly FundingClock? _funding;
    private readonly BorrowClock? _borrow;
    private readonly SymbolBook[] _bookOfFeed;
    private readonly SymbolBook _first;
    private readonly bool[] _tradesOn, _measures;
    private readonly int _finer;
    private readonly bool _sizesAtFill, _watchesRisk, _mindsEachOpen;
    private readonly EndOfRun _atEnd;

    /// <param name="strategy">What decides.</param>
    /// <param name="feeds">What the strategy sees; their events are numbered after those of the finer candles.</param>
    /// <param name="options">The conditions.</param>
    /// <param name="equity">Where equity is kept.</param>
    public TradingEngine(IStrategy strategy, IReadOnlyList<CandleFeed> feeds, BacktestOptions options, EquityRecorder equity)
        : this(feeds, options, equity, desk => new TargetTrader(strategy.Start(feeds), feeds, desk, options))
    {
    }

    public TradingEngine(IOrderAlgorithm algorithm, IReadOnlyList<CandleFeed> feeds, BacktestOptions options, EquityRecorder equity)
        : this(feeds, options, equity, desk => new AlgorithmTrader(algorithm.Start(feeds), desk))
    {
    }

    private TradingEngine(
        IReadOnlyList<CandleFeed> feeds, BacktestOptions options, EquityRecorder equity, Func<OrderDesk, IDecisionMaker> trader)
    {
        string[] symbols = [.. feeds.Select(f => f.Symbol).Distinct()];
        _desk = new OrderDesk(symbols, options);
        _walk = new CandleWalk(_desk, options.Path, options.Participation);
        _trader = trader(_desk);
        _desk.Listener = _trader;
        _funding = options.Funding.Count > 0 ? new FundingClock(_desk, options.Funding) : null;
        _borrow = options.Borrow.Count > 0 ? new BorrowClock(_desk, options.Borrow) : null;
        _finer = options.Finer.Count;
        int[] seen = [.. feeds.Select(f => Array.IndexOf(symbols, f.Symbol))];
        int[] all = [.. options.Finer.Select(f => Array.IndexOf(symbols, f.Symbol)), .. seen];
        _bookOfFeed = [.. all.Select(symbol => _desk.Books[symbol])];
        _tradesOn = [.. all.Select((symbol, feed) => Array.IndexOf(all, symbol) == feed)];
        _measures = [.. all.Select((symbol, feed) => _trader.UsesAtr && Array.IndexOf(seen, symbol) == feed - _finer)];
        _first = _bookOfFeed[0];
        (_sizesAtFill, _atEnd) = (options.SizedAt == SizingMoment.Fill, options.AtEnd);
        _watchesRisk = _desk.Risk.Watches;
        _mindsEachOpen = _sizesAtFill || _funding is not null || _borrow is not null;
        Equity = equity;
    }

    public OrderDesk Desk => _desk;

    public EquityRecorder Equity { get; }

    public IReadOnlyList<AmbiguousExit> Ambiguities => _walk.Ambiguities;

    public IReadOnlyList<FundingPayment> FundingPayments => _funding?.Payments ?? [];

    public IReadOnlyList<BorrowPayment> BorrowPayments => _borrow?.Payments ?? [];

    /// <summary>Whether the strategy is told of a feed's candles.</summary>
    public bool IsSeen(int feed) => feed >= _finer;

    /// <summary>Whether anything can happen when a candle of a feed opens; if not, it need not be told.</summary>
    public bool MindsOpen(int feed) => _tradesOn[feed] && (_mindsEachOpen || _bookOfFeed[feed].Orders.Count > 0 || _desk.Margin.MayBreak);

    public void Process(in CandleOpened opened)
    {
        if (!_tradesOn[opened.Feed])
            return;

        if (opened.Time != _desk.Time)
            _desk.FillPostponed();
        _funding?.Advance(opened.Time);
        _borrow?.Advance(opened.Time);
        SymbolBook book = _bookOfFeed[opened.Feed];
        if (opened.IsSynthetic)
            return;
        if (_sizesAtFill)
            _trader.OnOpen(book, opened.Price, opened.Time);
        if (book.Orders.Count == 0 && !(_desk.Margin.MayBreak && Liquidates(book, opened.Price, opened.Price)))
            return;

        book.Range = (opened.High, opened.Low);
        _desk.MoveTo(opened.Time, opens: true);
        _walk.Open(book, opened.Price, opened.Time);
    }

    public void Process(in CandleClosed closed)
    {
        SymbolBook book = _bookOfFeed[closed.Feed];
        _desk.FillPostponed();
        _desk.MoveTo(closed.Time);
        if (_tradesOn[closed.Feed])
        {
            ref readonly Candle candle = ref closed.Candle;
            if (!closed.IsSynthetic && (book.Orders.Count > 0 && book.IsTouchedBy(candle.High, candle.Low) || _desk.Margin.MayBreak && Liquidates(book, candle.High, candle.Low)))
            {
                book.Range = (candle.High, candle.Low);
                _walk.Inside(book, candle.Open, candle.High, candle.Low, candle.Close, closed.Time);
            }

            _desk.Marks[book.Index] = candle.Close;
            book.Close(candle, _desk.Account.Holdings[book.Index]);
        }

        if (closed.Feed < _finer)
            return;
        _desk.Marks[book.Index] = closed.Candle.Close;
        if (_measures[closed.Feed])
            book.Measure(closed.Candle);
        _trader.OnCandle(closed.Feed - _finer, closed.Candle);
    }

    public void Process(in MomentEnded moment)
    {
        if (_watchesRisk)
            _desk.Risk.Observe(moment.Time);
        _trader.Decide(moment.Time);
        if (_watchesRisk)
            _desk.Risk.Enforce(moment.Time);
        Equity.Record(moment.Time, _desk.Account, _desk.Marks);
    }

    /// <summary>Passes over candles of the only feed in which nothing can trade, up to the one after which the strategy wants something.</summary>
    /// <param name="candles">Of the feed.</param>
    /// <param name="from">The first.</param>
    /// <param name="to">The first that is not to be passed.</param>
    /// <returns>The candle that comes next; <paramref name="from"/> when not even that one can be passed over.</returns>
    public int Pass(CandleSeries candles, int from, int to)
    {
        OrderDesk desk = _desk;
        if (_mindsEachOpen || _watchesRisk || _first.Orders.Count > 0 || !_trader.IsBlind || !Equity.FollowsCloses(desk.Account))
            return from;
        if (desk.Margin.MayBreak)
            to = FirstBroken(candles, from, Math.Min(to, from + StretchWithLevel));
        if (to == from)
            return from;

        int wanted = _trader.Watch(candles, from, to), last = Math.Min(wanted, to - 1);
        long time = candles.CloseTimes.Span[last];
        desk.MoveTo(time);
        desk.Marks[0] = candles.Close[last];
        _first.Close(candles, from, last, desk.Account.Holdings[0]);
        Equity.Record(last + 1 - from, desk.Account);
        if (wanted < to)
            _trader.Act(time);
        return last + 1;
    }

    /// <summary>The first candle in whose range the position is liquidated; the end when there is none.</summary>
    private int FirstBroken(CandleSeries candles, int from, int to)
    {
        ReadOnlySpan<double> high = candles.High, low = candles.Low;
        for (int i = from; i < to; i++)
        {
            if (Liquidates(_first, high[i], low[i]))
                return i;
        }

        return to;
    }

    /// <summary>Ends the run: orders that never met their price expire, open positions are closed or become open trades.</summary>
    public void Finish(DateTime time)
    {
        long now = UnixTime.FromDateTime(time);
        _desk.FillPostponed();
        _desk.MoveTo(now);
        _desk.Listener = null;
        foreach (SymbolBook book in _desk.Books)
        {
            for (int i = book.Orders.Count - 1; i >= 0; i--)
                Expire(book.Orders[i]);
            if (_atEnd != EndOfRun.KeepOpen && _desk.Account.Quantity(book.Index) is not 0 and decimal held)
                CloseOut(book, held, now);
        }

        if (_atEnd != EndOfRun.KeepOpen)
            Equity.Amend(_desk.Equity, _desk.Account.GrossExposure(_desk.Marks));
    }

    private bool Liquidates(SymbolBook book, double high, double low)
    {
        double level = _desk.Margin.LevelOf(book);
        return _desk.Account.Holdings[book.Index] > 0 ? low <= level : high >= level;
    }

    private void Expire(Order order)
    {
        string reason = order.Type == OrderType.Market
            ? "the data ends before a candle opens at which it could trade."
            : "the data ends before its price was met.";
        _desk.End(order, OrderState.Expired, reason);
    }

    private void CloseOut(SymbolBook book, decimal held, long now)
    {
        book.Capacity = double.PositiveInfinity;
        book.StayInLast();
        _desk.SubmitMarket(book, -held, now, exit: ExitReason.End);
        _desk.Meet(book.Orders[^1], book, _atEnd == EndOfRun.CloseAtLastOpen ? book.LastOpen : _desk.Marks[book.Index], now);
    }
}
