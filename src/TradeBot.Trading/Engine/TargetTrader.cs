using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Trading;

/// <summary>Turns what a strategy wants to hold into orders, and guards what it holds with its protective levels.</summary>
/// <remarks>
/// An order is made only when a target changes: a position that drifts with the price is left alone. A newer
/// decision replaces an order that still waits. Levels follow the rule table of <see cref="ProtectiveLevels"/>; they
/// work as reduce-only orders beside the position, of which the fill of one cancels the others.
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
    private readonly bool _sizesAtFill;
    private int _version;

    public TargetTrader(IStrategySession session, OrderDesk desk, BacktestOptions options)
    {
        (_session, _desk) = (session, desk);
        _targets = new TargetExposures(desk.Books.Select(b => b.Instrument.Symbol));
        _version = _targets.Version;
        _executed = new double[desk.Books.Length];
        _guarded = new ProtectiveLevels[desk.Books.Length];
        _waitsForOpen = new bool[desk.Books.Length];
        _entryCost = (double)(options.Fees.Taker + options.Slippage.Fraction);
        _sizesAtFill = options.Sizing == SizingMoment.Fill;
    }

    public bool UsesAtr => false;

    public void OnCandle(int feed, in Candle candle) => _session.OnCandle(feed, candle);

    public void Decide(long time)
    {
        _session.Decide(_targets);
        if (_targets.Version == _version)
            return;

        _version = _targets.Version;
        foreach (SymbolBook book in _desk.Books)
        {
            int symbol = book.Index;
            if (_targets.LevelsOf(symbol) != _guarded[symbol])
                Guard(book);
            if (_targets[symbol] == _executed[symbol])
                continue;

            _executed[symbol] = _targets[symbol];
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
        decimal change = SizeOf(_executed[book.Index], book, mark, held) - held;
        if (change != 0)
            _desk.SubmitMarket(book, change, time);
    }

    /// <summary>
    /// The signed quantity that a target means: exposure · equity, less what entering will cost in fee and
    /// slippage, rounded down to lots. Sized at the fill, equity is what is left after closing the old position.
    /// </summary>
    private decimal SizeOf(double target, SymbolBook book, double price, decimal held)
    {
        double equity = _desk.Equity;
        if (_sizesAtFill)
            equity -= Math.Abs((double)held) * book.Instrument.UnitValue(price) * _entryCost;
        decimal quantity = equity > 0 ? book.Instrument.FloorQuantity(Math.Abs(target) * equity / (book.Instrument.UnitValue(price) * (1 + _entryCost))) : 0;
        return target < 0 ? -quantity : quantity;
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
