using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>Gives a risk policy the state of the account, and watches its losses.</summary>
internal sealed class RiskMonitor(RiskPolicy policy, TradingBooks books, ITradingBrake? brake = null)
{
    private readonly CorrelationWindow? _window = policy.Correlation is { } cap ? new CorrelationWindow(books.Symbols.Length, cap.Lookback) : null;
    private readonly bool _watchesLoss = double.IsFinite(policy.MaxDrawdown) || double.IsFinite(policy.MaxDailyLoss);
    private readonly double[] _values = new double[books.Symbols.Length];
    private double _peak = books.Account.CashEstimate, _dayBegan = books.Account.CashEstimate, _last = books.Account.CashEstimate;
    private long _day = long.MinValue;
    private string? _killed, _blockedToday;

    /// <summary>Whether it has to check the account at each moment.</summary>
    public bool Watches => _watchesLoss || _window is not null || brake is not null;

    /// <summary>Why a loss beyond its limit, or a brake, blocks orders that would make a position larger; null while none does.</summary>
    public string? Blocks => _killed ?? _blockedToday ?? brake?.Blocks;

    /// <summary>Whether the policy, or a brake, wants every position closed.</summary>
    public bool Flattens => (_killed is not null && policy.AtMaxDrawdown == KillSwitch.Flatten) || brake is { Flattens: true };

    /// <summary>Checks an order with a remaining quantity.</summary>
    /// <param name="order">The order.</param>
    /// <param name="book">Of its symbol.</param>
    /// <param name="quantity">What would be left to fill.</param>
    /// <param name="gross">Sum of the absolute values of all positions at their worst; 0 when the order only reduces.</param>
    public RiskDecision Judge(Order order, SymbolBook book, decimal quantity, out double gross)
    {
        gross = 0;
        var bounds = PositionBounds.Of(books.Account.Quantity(book.Index), book.Orders, order, quantity);
        if (order.ReduceOnly || OnlyReduces(order, bounds, quantity))
            return RiskDecision.Approved;

        (gross, double highest, double lowest) = Worst(book, bounds);
        double equity = books.Equity;
        return policy.Check(new RiskRequest
        {
            Symbol = order.Symbol,
            OrderValue = (double)quantity * book.Instrument.UnitValue(books.Marks[book.Index]),
            PositionValue = Math.Abs(_values[book.Index]),
            GrossValue = gross,
            NetValue = Math.Max(Math.Abs(highest), Math.Abs(lowest)),
            CorrelatedValue = _window is null ? double.NaN : Correlated(book.Index),
            Equity = equity,
            Balance = double.IsFinite(policy.MaxLeverage) ? equity - Math.Max(0, Unrealised()) : equity,
            Blocked = Blocks ?? brake?.Against(order, quantity),
        });
    }

    /// <summary>Records prices before trading starts.</summary>
    public void WarmUp() => _window?.Add(books.Marks);

    /// <summary>Checks the account when candles have closed, before the strategy decides.</summary>
    public void Observe(long time)
    {
        _window?.Add(books.Marks);
        if (!_watchesLoss)
            return;

        double equity = books.Equity;
        long day = (time - 1) / UnixTime.MillisecondsPerDay;
        if (day != _day)
            (_day, _dayBegan, _blockedToday) = (day, _last, null);
        (_last, _peak) = (equity, Math.Max(_peak, equity));
        if (_killed is null && Reached(1 - equity / _peak, policy.MaxDrawdown))
            books.Refuse(time, OrderRefusal.Account, _killed = Say("The drawdown", 1 - equity / _peak, policy.MaxDrawdown, "the kill switch is pulled"));
        if (_blockedToday is null && Reached(1 - equity / _dayBegan, policy.MaxDailyLoss))
            books.Refuse(time, OrderRefusal.Account, _blockedToday = Say("The loss of the day", 1 - equity / _dayBegan, policy.MaxDailyLoss, "positions may only become smaller until the day ends"));
    }

    private static bool OnlyReduces(Order order, in PositionBounds bounds, decimal quantity)
    {
        decimal before = bounds.Settled;
        if (order.Type == OrderType.Market)
            before += order.Side == OrderSide.Buy ? -quantity : quantity;
        return order.Side == OrderSide.Buy ? before < 0 && bounds.Highest <= 0 : before > 0 && bounds.Lowest >= 0;
    }

    /// <summary>Fills in each position's worst value; the sum of their sizes, and the highest and lowest net value.</summary>
    private (double Gross, double Highest, double Lowest) Worst(SymbolBook judged, in PositionBounds judgedBounds)
    {
        double gross = 0, highest = 0, lowest = 0;
        for (int symbol = 0; symbol < _values.Length; symbol++)
        {
            if (books.Working[symbol] == 0 && symbol != judged.Index)
            {
                Count(symbol, books.Account.Holdings[symbol], ref gross, ref highest, ref lowest);
                continue;
            }

            SymbolBook book = books.Symbols[symbol];
            PositionBounds bounds = book == judged ? judgedBounds : PositionBounds.Of(books.Account.Quantity(symbol), book.Orders);
            if (bounds.IsSettled)
            {
                Count(symbol, (double)bounds.Settled, ref gross, ref highest, ref lowest);
                continue;
            }

            _values[symbol] = 0;
            if (bounds is { Highest: 0, Lowest: 0 })
                continue; // its price may not be known yet
            double mark = books.UnitValue(symbol);
            _values[symbol] = bounds.Worst * mark;
            gross += Math.Abs(_values[symbol]);
            highest += (double)bounds.Highest * mark;
            lowest += (double)bounds.Lowest * mark;
        }

        return (gross, highest, lowest);
    }

    /// <summary>A position that no working order can change.</summary>
    private void Count(int symbol, double quantity, ref double gross, ref double highest, ref double lowest)
    {
        double value = quantity == 0 ? 0 : quantity * books.UnitValue(symbol);
        _values[symbol] = value;
        gross += Math.Abs(value);
        highest += value;
        lowest += value;
    }

    private double Correlated(int symbol)
    {
        double sum = Math.Abs(_values[symbol]);
        for (int other = 0; other < _values.Length; other++)
        {
            if (other == symbol || _values[other] == 0)
                continue;
            double correlation = _window!.Between(symbol, other) * Math.Sign(_values[symbol]) * Math.Sign(_values[other]);
            if (!(correlation < policy.Correlation!.Threshold))
                sum += Math.Abs(_values[other]);
        }

        return sum;
    }

    private double Unrealised()
    {
        double profit = 0;
        foreach (SymbolBook book in books.Symbols)
        {
            decimal held = books.Account.Quantity(book.Index);
            if (held == 0)
                continue;
            double gain = (double)held * (book.Instrument.UnitValue(books.Marks[book.Index]) - book.Instrument.UnitValue((double)books.Trades.EntryPrice(book.Index)));
            profit += book.Instrument.IsInverse ? -gain : gain;
        }

        return profit;
    }

    private static bool Reached(double loss, double limit) => loss >= limit * (1 - RiskPolicy.Tolerance);

    private static string Say(string what, double loss, double limit, string then) =>
        FormattableString.Invariant($"{what} is {loss:0.####} of equity, the limit {limit:0.####}: {then}.");
}
