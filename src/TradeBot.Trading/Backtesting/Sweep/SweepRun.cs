using TradeBot.MarketData;
using TradeBot.Statistics;
using TradeBot.Strategies;

namespace TradeBot.Trading;

/// <summary>One trial of a sweep: steps from decision to decision; what it cannot decide exactly is run by the engine.</summary>
internal sealed class SweepRun
{
    private readonly SweepMarket _market;
    private readonly SweepPlan _plan;
    private readonly List<Fill>? _fills;
    private readonly bool _keepReturns;
    private SweepLedger _ledger;
    private SweepMeter _meter;
    private SweepGuards _guards;
    private ProtectiveLevels _levels;
    private double _liquidation = double.NaN;
    private long _pending;
    private ExitReason _reason;
    private int _side, _entered, _free, _passed, _walked, _heldCandles;

    public SweepRun(int number, SweepMarket market, SweepPlan plan, SweepOptions options)
    {
        (Number, _market, _plan) = (number, market, plan);
        _ledger = new SweepLedger(market);
        _meter = new SweepMeter(market, _ledger.Cash);
        _keepReturns = options.KeepReturns;
        _fills = options.KeepFills ? [] : null;
    }

    /// <summary>Position of the strategy in the sweep.</summary>
    public int Number { get; }

    /// <summary>Whether only the engine can continue.</summary>
    public bool IsAbandoned { get; private set; }

    /// <summary>Takes the next block.</summary>
    public void Pass(SweepScratch scratch)
    {
        if (IsAbandoned)
            return;
        _plan.Judge(scratch);
        SweepColumns columns = scratch.Columns;
        int begin = columns.Begin, end = begin + columns.Count;
        if (_pending != 0)
            FillAtOpen(begin);
        for (int at = begin; at < end && !IsAbandoned;)
            at = _side == 0 ? FromFlat(scratch, at, end) : FromHeld(scratch, at, end);
        Advance(end);
        IsAbandoned |= _ledger.CannotTell || !(_meter.Lowest > 0);
    }

    /// <param name="engine">Runs the trial through the engine.</param>
    public SweepTrial Finish(Func<CancellationToken, BacktestResult> engine)
    {
        double last = _market.Candles.Close[^1], final = _ledger.Equity(last);
        double initial = (double)_market.Options.Cash, growth = final / initial;
        _ledger.CountOpen(last);
        IsAbandoned |= _ledger.CannotTell;
        double annual = Performance.AnnualReturn.Of(growth, _market.Days);
        return new SweepTrial
        {
            Number = Number,
            Engine = engine,
            NoAnnualReturn = Performance.AnnualReturn.ReasonAgainst(_market.Days),
            ReturnCount = _meter.Returns.Length,
            FinalEquity = final,
            TotalReturn = growth - 1,
            AnnualReturn = annual,
            Volatility = Math.Sqrt(_market.PeriodsPerYear) * Moments.Of(_meter.Returns).StandardDeviation,
            Sharpe = SharpeRatio.Annualized(_meter.Returns, _market.PeriodsPerYear),
            Sortino = SortinoRatio.Annualized(_meter.Returns, _market.PeriodsPerYear),
            Calmar = _meter.Depth < 0 ? annual / -_meter.Depth : double.NaN,
            MaxDrawdown = _meter.Depth,
            Trades = _ledger.Trades,
            WinRate = (double)_ledger.Wins / _ledger.Trades,
            ProfitFactor = _ledger.Gains / Math.Abs(_ledger.Losses),
            Expectancy = (_ledger.Gains + _ledger.Losses) / _ledger.Trades,
            TimeInMarket = (double)_heldCandles / _market.Candles.Count,
            Turnover = _ledger.Turnover / initial,
            BuyAndHoldReturn = _market.BuyAndHoldReturn,
            PeriodsPerYear = _market.PeriodsPerYear,
            FillCount = _ledger.Fills,
            Fees = _ledger.Fees,
            Slippage = _ledger.Slippage,
            Costs = _ledger.Fees + _ledger.Slippage,
            PeriodReturns = _keepReturns ? _meter.Returns : default,
            Fills = (IReadOnlyList<Fill>?)_fills ?? [],
        };
    }

    /// <summary>Looks for an entry.</summary>
    /// <returns>The candle at which the rule decides next.</returns>
    private int FromFlat(SweepScratch scratch, int at, int end)
    {
        int begin = scratch.Columns.Begin, count = end - begin, from = Math.Max(at, _free) - begin;
        int entry = BitKernel.Next(scratch.EnterLong, from, count);
        bool isLong = true;
        if (_plan.Short is not null && BitKernel.Next(scratch.EnterShort, from, count) is int other && other < entry)
            (entry, isLong) = (other, false);
        if (entry < count && TryEnter(scratch.Columns, begin + entry, isLong))
            Order(begin + entry, end);
        return begin + entry + 1;
    }

    /// <summary>Looks for an exit, by decision or by a level.</summary>
    /// <returns>The candle at which the rule decides next.</returns>
    private int FromHeld(SweepScratch scratch, int at, int end)
    {
        int begin = scratch.Columns.Begin, count = end - begin;
        int exit = begin + BitKernel.Next(_side > 0 ? scratch.LeaveLong : scratch.LeaveShort, at - begin, count);
        int timed = _plan.TimeStop < int.MaxValue ? Math.Max(at, _entered + _plan.TimeStop) : int.MaxValue;
        _reason = timed < exit ? ExitReason.Time : ExitReason.Signal;
        exit = Math.Min(exit, timed);
        exit = Math.Min(exit, end);
        if (_guards.IsSet)
        {
            int stop = Math.Min(exit + 1, end), hit = _guards.Walk(_market.Candles, _market.Options.Path, _walked, stop, out (double Price, bool AtOpen, ExitReason Reason) met);
            _walked = stop;
            if (hit < stop)
            {
                FillAtLevel(hit, met.Price, met.AtOpen, met.Reason);
                Leave(hit);
                return hit;
            }
        }

        if (exit == end)
            return end;
        bool wasLong = _side > 0;
        Leave(exit);
        ulong[] others = wasLong ? scratch.EnterShort : scratch.EnterLong;
        bool turns = _free <= exit && (wasLong ? _plan.Short : _plan.Long) is not null && BitKernel.IsSet(others, exit - begin) && TryEnter(scratch.Columns, exit, !wasLong);
        if (!turns)
            _pending = -_ledger.Units;
        _guards.Drop();
        Order(exit, end);
        return exit + 1;
    }

    private void Leave(int bar)
    {
        _side = 0;
        _free = _plan.Cooldown == 0 ? bar : bar + _plan.Cooldown + 1;
    }

    private bool TryEnter(SweepColumns columns, int bar, bool isLong)
    {
        int at = bar - columns.Begin;
        double size = Math.Min((isLong ? _plan.SizeLong : _plan.SizeShort).At(columns, at), 1);
        if (!(size > 0) || !TryLevels(columns, at, out ProtectiveLevels levels))
            return false;

        double mark = _market.Candles.Close[bar], equity = _ledger.Equity(mark);
        double wanted = equity > 0 ? size * _market.Fraction * equity / (mark * (1 + _market.EntryCost)) : 0;
        _ledger.Refine(wanted);
        SweepUnits scale = _ledger.Scale;
        long units = wanted < scale.Largest ? scale.UnitsBelow(wanted) : -1;
        long change = (isLong ? units : -units) - _ledger.Units, size1 = Math.Abs(change);
        if (units <= 0 || size1 < scale.Fewest || size1 / (double)scale.PerOne * mark < _market.MinNotional)
        {
            IsAbandoned = true;
            return false;
        }

        _pending = change;
        _levels = levels;
        (_side, _entered) = (isLong ? 1 : -1, bar);
        return true;
    }

    private bool TryLevels(SweepColumns columns, int at, out ProtectiveLevels levels)
    {
        bool known = TryLevel(_plan.Stop, columns, at, out ProtectiveLevel stop) & TryLevel(_plan.TakeProfit, columns, at, out ProtectiveLevel target)
            & TryLevel(_plan.TrailingStop, columns, at, out ProtectiveLevel trailing);
        levels = new ProtectiveLevels(stop, target, trailing);
        return known;
    }

    private static bool TryLevel((LevelUnit Unit, SweepValue Value) level, SweepColumns columns, int at, out ProtectiveLevel stated)
    {
        stated = default;
        if (level.Unit == LevelUnit.None)
            return true;
        double value = level.Value.At(columns, at);
        if (!(value > 0 && double.IsFinite(value)))
            return false;
        stated = level.Unit == LevelUnit.Distance ? ProtectiveLevel.Distance(value) : ProtectiveLevel.Fraction(value);
        return true;
    }

    /// <summary>An order of this candle's close fills at the next open, in this block or as the next one begins.</summary>
    private void Order(int bar, int end)
    {
        if (bar + 1 < end)
            FillAtOpen(bar + 1);
    }

    private void FillAtOpen(int bar)
    {
        double open = _market.Candles.Open[bar];
        Advance(bar);
        if (IsBroken(open, open))
        {
            IsAbandoned = true;
            return;
        }

        (SweepPrice price, SweepPrice shown) = _market.PriceAtOpen(bar, buys: _pending > 0);
        long change = _ledger.Payable(_pending, price);
        if (change == 0)
        {
            IsAbandoned = true;
            return;
        }

        Settle(bar, change, price, shown, open, _market.Candles.OpenTimes[bar], _reason);
        _pending = 0;
    }

    private void FillAtLevel(int bar, double met, bool atOpen, ExitReason reason)
    {
        Advance(bar);
        IsAbandoned |= IsBroken(_market.Candles.High[bar], _market.Candles.Low[bar]);
        bool buys = _ledger.Units < 0;
        _guards.Drop();
        SweepPrice price = _market.PriceAt(met, buys);
        Settle(bar, -_ledger.Units, price, _market.Shown(price, bar, buys), met, atOpen ? _market.Candles.OpenTimes[bar] : _market.Candles.CloseTimes.Span[bar], reason);
    }

    private void Settle(int bar, long change, SweepPrice price, SweepPrice shown, double met, long time, ExitReason reason)
    {
        long before = _ledger.Units;
        double high = _market.Candles.High[bar], low = _market.Candles.Low[bar];
        _ledger.Settle(change, price, met, shown);
        _fills?.Add(SweepFills.Of(_market, _ledger.Scale, time, before, change, price.Value, met, high, low, reason));
        if (_ledger.Units == 0)
        {
            _liquidation = double.NaN;
            return;
        }

        _liquidation = _market.LiquidationLevel(_ledger.Cash, _ledger.Held);
        _walked = bar;
        if (_levels.IsEmpty)
        {
            _guards.Drop();
            return;
        }

        double best = FillEntry.EstimateOf(_market.Instrument, shown.Value, met, high, low);
        double entry = shown.Estimate == price.Estimate ? FillEntry.EstimateOf(_market.Instrument, shown.Value, met) : SweepFills.EntryOf(_ledger.Scale, before, change, price);
        _guards = new SweepGuards(_levels, entry, best, isLong: !(_ledger.Units < 0));
    }

    /// <summary>Measures up to a candle.</summary>
    private void Advance(int to)
    {
        if (to <= _passed)
            return;
        _meter.Pass(_passed, to, _ledger.Cash, _ledger.Held);
        if (_ledger.Units != 0)
        {
            _heldCandles += to - _passed;
            IsAbandoned |= CanBreak && AnyBreaks(_passed, to);
        }

        _passed = to;
    }

    /// <summary>Whether the lowest or highest price of all would liquidate the position.</summary>
    private bool CanBreak => IsBroken(_market.Highest, _market.Lowest);

    private bool AnyBreaks(int from, int to)
    {
        ReadOnlySpan<double> high = _market.Candles.High, low = _market.Candles.Low;
        for (int i = from; i < to; i++)
        {
            if (IsBroken(high[i], low[i]))
                return true;
        }

        return false;
    }

    private bool IsBroken(double high, double low) => _ledger.Units > 0
        ? low <= _liquidation * (1 + 1e-9)
        : _ledger.Units < 0 && high >= _liquidation * (1 - 1e-9);
}
