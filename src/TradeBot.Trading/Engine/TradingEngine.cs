using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Trading;

/// <summary>Turns market events into decisions, orders, fills and an account; synchronous, the same in every driver.</summary>
/// <remarks>
/// | event | what happens, in this order |
/// | --- | --- |
/// | <see cref="CandleClosed"/> | the position is marked at the close; the strategy sees the candle |
/// | <see cref="MomentEnded"/> | the strategy decides; each changed target is sized on equity at these marks, judged by the risk policy, and becomes a pending order; equity is recorded |
/// | <see cref="CandleOpened"/> | the pending order of that symbol fills at the open |
///
/// At one moment closes come before the decision and the decision before opens. An order is made only when a
/// target changes: a position that drifts with the price is left alone. A newer decision replaces an order that
/// is still pending. The first feed of a symbol is the one that it trades on.
/// </remarks>
internal sealed class TradingEngine
{
    private readonly IStrategySession _session;
    private readonly BacktestOptions _options;
    private readonly Instrument[] _instruments;
    private readonly int[] _symbolOfFeed;
    private readonly bool[] _tradesOn;
    private readonly TargetExposures _targets;
    private readonly double[] _lastTargets;
    private readonly MarketOrder?[] _pending;
    private readonly double[] _marks;
    private readonly TradeLog[] _tradeLogs;
    private readonly FillModel _fillModel;
    private int _pendingCount;

    public TradingEngine(IStrategy strategy, IReadOnlyList<CandleFeed> feeds, BacktestOptions options, EquityRecorder equity)
    {
        string[] symbols = [.. feeds.Select(f => f.Symbol).Distinct()];
        _options = options;
        _instruments = [.. symbols.Select(options.InstrumentOf)];
        _symbolOfFeed = [.. feeds.Select(f => Array.IndexOf(symbols, f.Symbol))];
        _tradesOn = [.. _symbolOfFeed.Select((symbol, feed) => Array.IndexOf(_symbolOfFeed, symbol) == feed)];
        _targets = new TargetExposures(symbols);
        _lastTargets = new double[symbols.Length];
        _pending = new MarketOrder?[symbols.Length];
        _marks = new double[symbols.Length];
        _tradeLogs = [.. symbols.Select(s => new TradeLog(s))];
        _fillModel = new FillModel(options.Fees, options.Slippage);
        Account = new Account(options.Cash, symbols.Length);
        Equity = equity;
        _session = strategy.Start(feeds);
    }

    public Account Account { get; }

    public EquityRecorder Equity { get; }

    public List<Fill> Fills { get; } = [];

    public List<Trade> ClosedTrades { get; } = [];

    public List<OrderRefusal> Refusals { get; } = [];

    public void Process(in CandleOpened opened)
    {
        if (_pendingCount == 0 || !_tradesOn[opened.Feed])
            return;

        int symbol = _symbolOfFeed[opened.Feed];
        if (_pending[symbol] is not { } order)
            return;

        _pending[symbol] = null;
        _pendingCount--;
        Fill fill = _fillModel.FillAtOpen(order, _instruments[symbol], UnixTime.ToDateTime(opened.Time), opened.Price);
        Account.Settle(symbol, fill);
        Fills.Add(fill);
        _tradeLogs[symbol].Add(fill, ClosedTrades);
    }

    public void Process(in CandleClosed closed)
    {
        if (_tradesOn[closed.Feed])
            _marks[_symbolOfFeed[closed.Feed]] = closed.Candle.Close;
        _session.OnCandle(closed.Feed, closed.Candle);
    }

    public void Process(in MomentEnded moment)
    {
        _session.Decide(_targets);
        for (int symbol = 0; symbol < _lastTargets.Length; symbol++)
        {
            if (_targets[symbol] != _lastTargets[symbol])
                Retarget(symbol, UnixTime.ToDateTime(moment.Time));
        }

        Equity.Record(moment.Time, Account.Equity(_marks), Account.GrossExposure(_marks));
    }

    /// <summary>Ends the run: orders that never met a price are refused, open positions become open trades.</summary>
    public void Finish(DateTime time)
    {
        for (int symbol = 0; symbol < _pending.Length; symbol++)
        {
            if (_pending[symbol] is { } order)
                Refusals.Add(new OrderRefusal(time, order.Symbol, $"The data ends before a candle opens at which to {Describe(order)}."));
            if (_tradeLogs[symbol].Open(time, (decimal)_marks[symbol]) is { } trade)
                ClosedTrades.Add(trade);
        }
    }

    private void Retarget(int symbol, DateTime time)
    {
        Instrument instrument = _instruments[symbol];
        double target = _lastTargets[symbol] = _targets[symbol];
        Cancel(symbol);
        if (!(_marks[symbol] > 0))
        {
            Refuse(time, instrument, "No price of it is known yet.");
            return;
        }

        decimal held = Account.Quantity(symbol);
        decimal wanted = SizeOf(target, instrument, _marks[symbol]);
        decimal change = wanted - held;
        if (change == 0)
            return;

        var order = new MarketOrder(time, instrument.Symbol, change > 0 ? OrderSide.Buy : OrderSide.Sell, Math.Abs(change));
        if (Judge(order, symbol, held, wanted) is { IsApproved: false } refusal)
        {
            Refuse(time, instrument, $"To {Describe(order)}: {refusal.Reason}");
            return;
        }

        _pending[symbol] = order;
        _pendingCount++;
    }

    /// <summary>
    /// The signed quantity that a target means: exposure · equity, less what entering will cost in fee and
    /// slippage, at the last close, rounded down to lots.
    /// </summary>
    private decimal SizeOf(double target, Instrument instrument, double price)
    {
        double equity = Account.Equity(_marks);
        double costs = (double)(_options.Fees.Taker + _options.Slippage.Fraction);
        decimal quantity = equity > 0 ? instrument.FloorQuantity(Math.Abs(target) * equity / (price * (1 + costs))) : 0;
        return target < 0 ? -quantity : quantity;
    }

    private RiskDecision Judge(in MarketOrder order, int symbol, decimal held, decimal wanted)
    {
        Instrument instrument = _instruments[symbol];
        if (wanted != 0 && order.Quantity < instrument.MinQuantity)
            return RiskDecision.Refused(FormattableString.Invariant($"the smallest quantity is {instrument.MinQuantity}."));

        double notional = (double)order.Quantity * _marks[symbol];
        if (wanted != 0 && notional < (double)instrument.MinNotional)
            return RiskDecision.Refused(FormattableString.Invariant($"the smallest order value is {instrument.MinNotional}, this is {notional:0.##}."));

        double gross = Account.GrossExposure(_marks) + ((double)(Math.Abs(wanted) - Math.Abs(held)) * _marks[symbol]);
        return _options.Risk.Check(held, wanted, gross, Account.Equity(_marks));
    }

    private void Cancel(int symbol)
    {
        if (_pending[symbol] is null)
            return;
        _pending[symbol] = null;
        _pendingCount--;
    }

    private void Refuse(DateTime time, Instrument instrument, string reason) =>
        Refusals.Add(new OrderRefusal(time, instrument.Symbol, reason));

    private static string Describe(in MarketOrder order) =>
        FormattableString.Invariant($"{(order.Side == OrderSide.Buy ? "buy" : "sell")} {order.Quantity} {order.Symbol}");
}
