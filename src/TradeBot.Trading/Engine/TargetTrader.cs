using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Trading;

/// <summary>Turns what a strategy wants to hold into orders, and guards what it holds with its protective levels.</summary>
/// <remarks>
/// An order is made only when a target changes: a position that drifts with the price is left alone. A newer
/// decision replaces an order that still waits. Levels follow the rule table of <see cref="ProtectiveLevels"/>; they
/// work as reduce-only orders beside the position, of which the fill of one cancels the others. At one moment what
/// makes positions smaller is ordered before what makes them larger, so that a rotation finds room for the new ones.
/// </remarks>
internal sealed class TargetTrader : IDecisionMaker
{
    private readonly IStrategySession _session;
    private readonly OrderDesk _desk;
    private readonly TargetExposures _targets;
    private readonly double[] _executed;
    private readonly ProtectiveLevels[] _guarded;
    private readonly bool[] _waitsForOpen;
    private readonly double _entryCost;
    private readonly ISizingSession _sizing;
    private readonly int[] _symbolOfFeed;
    private readonly bool _sizesOnCandles;
    private readonly bool _sizesAtFill;
    private int _version;
    private int _tradesTold;

    public TargetTrader(IStrategySession session, IReadOnlyList<CandleFeed> feeds, OrderDesk desk, BacktestOptions options)
    {
        (_session, _desk) = (session, desk);
        CandleFeed[] traded = [.. desk.Books.Select(b => feeds.First(f => f.Symbol == b.Instrument.Symbol))];
        _symbolOfFeed = [.. feeds.Select(f => Array.IndexOf(traded, f))];
        _sizing = options.Sizing.Start(traded);
        _sizesOnCandles = _sizing.UsesCandles;
        _targets = new TargetExposures(desk.Books.Select(b => b.Instrument.Symbol));
        _version = _targets.Version;
        _executed = new double[desk.Books.Length];
        _guarded = new ProtectiveLevels[desk.Books.Length];
        _waitsForOpen = new bool[desk.Books.Length];
        _entryCost = (double)(options.Fees.Taker + options.Slippage.Fraction);
        _sizesAtFill = options.SizedAt == SizingMoment.Fill;
    }

    public bool UsesAtr => false;

    public void OnCandle(int feed, in Candle candle)
    {
        if (_sizesOnCandles && _symbolOfFeed[feed] >= 0)
            _sizing.OnCandle(_symbolOfFeed[feed], candle);
        _session.OnCandle(feed, candle);
    }

    public void Decide(long time)
    {
        _session.Decide(_targets);
        if (_targets.Version == _version)
            return;

        _version = _targets.Version;
        foreach (SymbolBook book in _desk.Books)
        {
            if (_targets.LevelsOf(book.Index) != _guarded[book.Index])
                Guard(book);
        }

        Retarget(time, growing: false);
        Retarget(time, growing: true);
    }

    /// <summary>Acts on the changed targets that lie further from 0 than before, on either side, or on the others.</summary>
    private void Retarget(long time, bool growing)
    {
        foreach (SymbolBook book in _desk.Books)
        {
            int symbol = book.Index;
            double target = _targets[symbol], before = _executed[symbol];
            if (target == before || growing != (target * before < 0 || Math.Abs(target) > Math.Abs(before)))
                continue;

            _executed[symbol] = target;
            _waitsForOpen[symbol] = _sizesAtFill;
            if (!_sizesAtFill)
                Retarget(book, time);
        }
    }

    public void OnOpen(SymbolBook book, double open, long time)
    {
        if (!_waitsForOpen[book.Index])
            return;
        _waitsForOpen[book.Index] = false;
        _desk.Marks[book.Index] = open;
        Retarget(book, time);
    }

    public void OnFill(in Fill fill, Order order)
    {
        SymbolBook book = _desk.Books[order.Book];
        int symbol = book.Index;
        for (; _tradesTold < _desk.ClosedTrades.Count; _tradesTold++)
            _sizing.OnTrade(_desk.ClosedTrades[_tradesTold]);
        if (order.Exit == ProtectiveExit.None)
        {
            Guard(book);
            return;
        }

        if (_desk.Account.Quantity(symbol) != 0)
            return;
        _targets.Close(symbol, order.Exit);
        _version = _targets.Version;
        _executed[symbol] = 0;
        _guarded[symbol] = default;
        _waitsForOpen[symbol] = false;
        Withdraw(book, guards: true, "a level closed the position");
        Withdraw(book, guards: false, "a level closed the position");
    }

    private void Retarget(SymbolBook book, long time)
    {
        Withdraw(book, guards: false, "a newer target replaced it");
        double mark = _desk.Marks[book.Index];
        if (!(mark > 0))
        {
            _desk.Refuse(time, book.Instrument.Symbol, "No price of it is known yet.");
            return;
        }

        decimal held = _desk.Account.Quantity(book.Index);
        PositionSize size = SizeOf(_executed[book.Index], book, mark, held);
        if (size.Reason is { } reason)
        {
            _desk.Refuse(time, book.Instrument.Symbol, reason);
            return;
        }

        decimal quantity = book.Instrument.FloorQuantity(size.Quantity);
        decimal change = (_executed[book.Index] < 0 ? -quantity : quantity) - held;
        if (change != 0)
            _desk.SubmitMarket(book, change, time);
    }

    /// <summary>
    /// The quantity that a target means, before rounding to lots. Sized at the fill, equity is what is left after
    /// closing the old position.
    /// </summary>
    private PositionSize SizeOf(double target, SymbolBook book, double price, decimal held)
    {
        double equity = _desk.Equity;
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

    /// <summary>Puts the stated levels beside the position, in place of those before.</summary>
    private void Guard(SymbolBook book)
    {
        int symbol = book.Index;
        ref readonly ProtectiveLevels levels = ref _targets.LevelsOf(symbol);
        _guarded[symbol] = levels;
        Withdraw(book, guards: true, "other levels replaced it");
        decimal held = _desk.Account.Quantity(symbol);
        if (levels.IsEmpty || held == 0 || (held > 0) != (_targets[symbol] > 0))
            return;

        bool isLong = held > 0;
        double entry = (double)book.Trades.EntryPrice;
        if (levels.Stop.IsSet)
            _desk.AddGuard(book, ProtectiveExit.Stop, levels.Stop.Against(entry, isLong));
        if (levels.TakeProfit.IsSet)
            _desk.AddGuard(book, ProtectiveExit.TakeProfit, levels.TakeProfit.InFavour(entry, isLong));
        if (levels.TrailingStop.IsSet)
            _desk.AddTrailingGuard(book, levels.TrailingStop);
    }

    private void Withdraw(SymbolBook book, bool guards, string reason)
    {
        for (int i = book.Orders.Count - 1; i >= 0; i--)
        {
            if (book.Orders[i].Exit != ProtectiveExit.None == guards)
                _desk.End(book.Orders[i], OrderState.Cancelled, "Cancelled: " + reason + ".");
        }
    }
}
