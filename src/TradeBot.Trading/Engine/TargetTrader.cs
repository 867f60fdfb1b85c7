using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Trading;

/// <summary>Turns a strategy's target exposures into orders, and protects its positions with its protective levels.</summary>
/// <remarks>
/// An order is made when a target changes; a position that drifts with the price is left alone, or brought back to its
/// target where <see cref="BacktestOptions.RebalanceTolerance"/> asks for it. An order that a limit does not allow whole is
/// cut to what fits. A newer decision replaces an order that still waits. Levels follow the rule table of <see cref="ProtectiveLevels"/>; they
/// work as reduce-only orders beside the position, of which the fill of one cancels the others. At one moment what
/// makes positions smaller is ordered before what makes them larger, so that a rotation finds room for the new ones.
/// </remarks>
internal sealed partial class TargetTrader : IDecisionMaker, ICandleWatcher
{
    private readonly IStrategySession _session;
    private readonly OrderDesk _desk;
    private readonly TradingBooks _books;
    private readonly DrivenTargets _targets;
    private readonly double[] _executed;
    private readonly ProtectiveLevels[] _guarded;
    private readonly bool[] _waitsForOpen;
    private readonly double[] _before;
    private readonly double[] _refused;
    private readonly string?[] _countedRefusals;
    private readonly double _entryCost, _tolerance;
    private readonly ISizingSession _sizing;
    private readonly int[] _symbolOfFeed;
    private readonly bool _sizesOnCandles, _sizesOnTrades;
    private readonly bool _sizesAtFill;
    private readonly GuardState[] _state;
    private bool _movesStops;
    private int _version, _levelVersion;
    private int _tradesTold;

    public TargetTrader(IStrategySession session, IReadOnlyList<CandleFeed> feeds, OrderDesk desk, EngineTerms terms)
    {
        (_session, _desk, _books) = (session, desk, desk.Books);
        CandleFeed[] traded = [.. desk.Books.Symbols.Select(b => feeds.First(f => f.Symbol == b.Instrument.Symbol))];
        _symbolOfFeed = [.. feeds.Select(f => Array.IndexOf(traded, f))];
        _sizing = terms.Sizing.Start(traded);
        (_sizesOnCandles, _sizesOnTrades) = (_sizing.UsesCandles, _sizing.UsesTrades);
        _targets = new DrivenTargets(desk.Books.Symbols.Select(b => b.Instrument.Symbol));
        _version = _targets.Version;
        _executed = new double[desk.Books.Symbols.Length];
        _guarded = new ProtectiveLevels[desk.Books.Symbols.Length];
        _waitsForOpen = new bool[desk.Books.Symbols.Length];
        _state = new GuardState[desk.Books.Symbols.Length];
        _before = new double[desk.Books.Symbols.Length];
        _refused = new double[desk.Books.Symbols.Length];
        _countedRefusals = new string?[desk.Books.Symbols.Length];
        _entryCost = terms.EntryCost;
        _tolerance = terms.RebalanceTolerance;
        _sizesAtFill = terms.SizedAt == SizingMoment.Fill;
    }

    public bool UsesAtr => false;

    public bool StatesQuantities => false;

    public void OnCandle(int feed, in Candle candle)
    {
        if (_sizesOnCandles && _symbolOfFeed[feed] >= 0)
            _sizing.OnCandle(_symbolOfFeed[feed], candle);
        _session.OnCandle(feed, candle);
    }

    public bool IsBlind => !_movesStops && !(_tolerance < double.PositiveInfinity);

    public int Watch(CandleSeries candles, int from, int to)
    {
        if (_desk.NeedReconciliation.Count > 0)
            Reconcile();
        IStrategySession session = _session;
        DrivenTargets targets = _targets;
        int version = _version;
        ReadOnlySpan<long> times = candles.OpenTimes;
        ReadOnlySpan<double> open = candles.Open, high = candles.High, low = candles.Low, close = candles.Close, volume = candles.Volume;
        ReadOnlySpan<double> turnover = candles.HasTurnover ? candles.Turnover : default;
        for (int i = from; i < to; i++)
        {
            var candle = new Candle(UnixTime.ToDateTime(times[i]), open[i], high[i], low[i], close[i], volume[i], turnover.IsEmpty ? double.NaN : turnover[i]);
            if (_sizesOnCandles)
                _sizing.OnCandle(0, candle);
            session.OnCandle(0, candle);
            session.Decide(targets);
            if (targets.Version != version)
                return i;
        }

        return to;
    }

    public void Act(long time) => Execute(time);

    public void WarmUp()
    {
        _session.Decide(_targets);
        for (int symbol = 0; symbol < _targets.Count; symbol++)
        {
            if (_targets[symbol] != 0)
                _targets.Refuse(symbol, 0, "Trading has not begun: the strategy is warming up.");
        }

        (_version, _levelVersion) = (_targets.Version, _targets.LevelVersion);
    }

    public void Decide(long time)
    {
        if (_desk.NeedReconciliation.Count > 0)
            Reconcile();
        if (_movesStops)
            MoveStops();
        _session.Decide(_targets);
        bool rebalances = _tolerance < double.PositiveInfinity;
        if (rebalances)
            Rebalance(time, growing: false); // makes room for targets that have changed
        if (_targets.Version != _version)
            Execute(time);
        if (rebalances)
            Rebalance(time, growing: true);
    }

    private void Execute(long time)
    {
        if (_targets.LevelVersion != _levelVersion)
            GuardAll();
        if (Retarget(time, growing: false))
            Retarget(time, growing: true);
        _version = _targets.Version;
    }

    /// <summary>Resets targets whose order ended unfilled, or whose position was closed by a limit.</summary>
    private void Reconcile()
    {
        foreach (SymbolBook book in _desk.NeedReconciliation)
        {
            book.NeedsReconciliation = false;
            int symbol = book.Index;
            if (_executed[symbol] == 0 || _waitsForOpen[symbol] || _books.Account.Quantity(symbol) != 0 || book.Orders.Exists(o => o.Exit == ProtectiveExit.None))
                continue;
            _targets.Refuse(symbol, 0, "Its order ended unfilled, or its position was closed by a limit.");
            (_executed[symbol], _guarded[symbol]) = (0, default);
            _version = _targets.Version;
        }

        _desk.NeedReconciliation.Clear();
    }

    /// <summary>Acts either on the changed targets that are further from 0 than before, or on the others.</summary>
    /// <returns>Whether some changed target is left.</returns>
    private bool Retarget(long time, bool growing)
    {
        bool left = false;
        foreach (SymbolBook book in _books.Symbols)
        {
            int symbol = book.Index;
            double target = _targets[symbol], before = _executed[symbol];
            if (target == before)
                continue;
            if (growing != (target * before < 0 || Math.Abs(target) > Math.Abs(before)))
            {
                left = true;
                continue;
            }

            (_executed[symbol], _before[symbol]) = (target, before);
            if (target != _refused[symbol])
                _refused[symbol] = 0;
            _waitsForOpen[symbol] = _sizesAtFill;
            if (!_sizesAtFill)
                Retarget(book, time);
        }

        return left;
    }

    /// <summary>Brings positions back that have drifted from their targets by more than the tolerance, and have grown too small, or too large.</summary>
    private void Rebalance(long time, bool growing)
    {
        foreach (SymbolBook book in _books.Symbols)
        {
            int symbol = book.Index;
            if (_waitsForOpen[symbol] || _targets[symbol] != _executed[symbol] || !HasDrifted(book, growing))
                continue;
            _before[symbol] = _executed[symbol];
            _waitsForOpen[symbol] = _sizesAtFill;
            if (!_sizesAtFill)
                Retarget(book, time);
        }
    }

    private bool HasDrifted(SymbolBook book, bool growing)
    {
        double target = _executed[book.Index], held = _books.Account.Holdings[book.Index], mark = _books.Marks[book.Index];
        if (target * held <= 0 || book.Orders.Exists(o => o.Exit == ProtectiveExit.None))
            return false;
        PositionSize size = SizeOf(target, book, mark, _books.Account.Quantity(book.Index));
        double drift = (size.Quantity - Math.Abs(held)) * book.Instrument.UnitValue(mark);
        return size.Reason is null && drift > 0 == growing && Math.Abs(drift) > _tolerance * _books.Equity;
    }

    public void OnOpen(SymbolBook book, double open, long time)
    {
        if (!_waitsForOpen[book.Index])
            return;
        _waitsForOpen[book.Index] = false;
        _books.Marks[book.Index] = open;
        Retarget(book, time);
    }

    public void OnFill(Order order)
    {
        SymbolBook book = _books.Symbols[order.Book];
        int symbol = book.Index;
        for (; _sizesOnTrades && _tradesTold < _books.Trades.Count; _tradesTold++)
            _sizing.OnTrade(_books.Trades.TradeAt(_tradesTold));
        if (order.Exit == ProtectiveExit.None)
        {
            Guard(book);
            return;
        }

        if (_books.Account.Quantity(symbol) != 0)
        {
            if (order.Exit == ProtectiveExit.Liquidation)
                Guard(book); // a step of the liquidation cancelled its protective orders
            else if (order.Part >= 0)
                Shrink(book, order);
            return;
        }

        _targets.Close(symbol, order.Exit);
        _version = _targets.Version;
        _executed[symbol] = 0;
        _guarded[symbol] = default;
        _state[symbol] = default;
        _waitsForOpen[symbol] = false;
        Withdraw(book, guards: true, "a level closed the position");
        Withdraw(book, guards: false, "a level closed the position");
    }

    private void Retarget(SymbolBook book, long time)
    {
        Withdraw(book, guards: false, "a newer target replaced it");
        int symbol = book.Index;
        double target = _executed[symbol], mark = _books.Marks[symbol];
        decimal held = _books.Account.Quantity(symbol);
        PositionSize size = mark > 0 ? SizeOf(target, book, mark, held) : PositionSize.Unknown("No price of it is known yet.");
        decimal quantity = size.Reason is null ? book.Instrument.FloorQuantity(size.Quantity) : 0;
        decimal change = (target < 0 ? -quantity : quantity) - held;
        ref string? counted = ref _countedRefusals[symbol];
        if (_refused[symbol] != target)
            counted = null;
        if ((size.Reason ?? TooSmall(target, quantity, book.Instrument)) is { } reason)
        {
            _desk.CountRefusal(time, book.Instrument.Symbol, reason, ref counted);
            Revert(book, time, reason, closes: size.Reason is null);
        }
        else if (change != 0 && _desk.SubmitMarket(book, change, time, ref counted, ReasonOf(symbol)) is { } refusal)
        {
            Revert(book, time, refusal, closes: false);
        }
        else
        {
            _refused[symbol] = 0;
        }
    }

    private ExitReason ReasonOf(int symbol) => _targets.ClosedByTimeStop(symbol) ? ExitReason.Time : ExitReason.Signal;

    private static string? TooSmall(double target, decimal quantity, Instrument instrument) => target != 0 && quantity == 0
        ? FormattableString.Invariant($"The target of {target:0.####} is worth less than {(instrument.HasLot ? FormattableString.Invariant($"a lot of {instrument.LotSize}") : "the smallest quantity")}.")
        : null;

    /// <summary>A target is refused: the target of the present position is valid again, unless the refused one is on the other side.</summary>
    private void Revert(SymbolBook book, long time, string reason, bool closes)
    {
        int symbol = book.Index;
        double target = _executed[symbol], kept = _before[symbol];
        decimal held = _books.Account.Quantity(symbol);
        closes |= held > 0 ? target < 0 : target > 0;
        if (held == 0 || closes || kept == 0)
            kept = 0;
        _refused[symbol] = target;
        _targets.Refuse(symbol, kept, reason);
        (_executed[symbol], _version) = (kept, _targets.Version);
        if (held != 0 && kept == 0)
            _desk.SubmitMarket(book, -held, time);
    }

    /// <summary>
    /// The quantity that a target means, before rounding to lots. Sized at the fill, equity is what is left after
    /// closing the old position.
    /// </summary>
    private PositionSize SizeOf(double target, SymbolBook book, double price, decimal held)
    {
        double equity = _books.Equity;
        if (_sizesAtFill)
            equity -= Math.Abs((double)held) * book.Instrument.UnitValue(price) * _entryCost;
        if (target == 0)
            return PositionSize.Of(0);
        if (!(equity > 0))
            return PositionSize.Unknown(FormattableString.Invariant($"Equity is {equity:0.##}: nothing is left to trade with."));
        double unit = book.Instrument.UnitValue(price);
        return _sizing.Size(new SizingRequest(book.Index, target, unit, equity, _entryCost, StopDistance(book, price, target > 0)));
    }

    private double StopDistance(SymbolBook book, double price, bool isLong)
    {
        ref readonly ProtectiveLevels levels = ref _targets.LevelsOf(book.Index);
        double stop = (levels.Stop.IsSet ? levels.Stop : levels.TrailingStop).Against(price, isLong);
        double distance = book.Instrument.UnitValue(price) - book.Instrument.UnitValue(stop);
        return isLong == book.Instrument.IsInverse ? -distance : distance;
    }

    private void Withdraw(SymbolBook book, bool guards, string reason)
    {
        for (int i = book.Orders.Count - 1; i >= 0; i--)
        {
            if (book.Orders[i].Exit != ProtectiveExit.None == guards)
                _desk.Cancel(book.Orders[i], "Cancelled: " + reason + ".");
        }
    }
}
