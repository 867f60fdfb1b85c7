using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>Cash and positions, in decimal: the ledger that fills settle into.</summary>
internal sealed class Account
{
    private readonly decimal[] _quantities;

    /// <summary>Quote currency per contract when the one symbol is inverse, otherwise 0.</summary>
    private readonly double _contract;

    /// <summary>How many positions there are, and how many of them are liabilities rather than assets.</summary>
    private int _held, _owed;

    public Account(decimal cash, IReadOnlyList<Instrument> instruments)
    {
        Cash = cash;
        CashEstimate = (double)cash;
        _quantities = new decimal[instruments.Count];
        Holdings = new double[instruments.Count];
        if (instruments.FirstOrDefault(i => i.IsInverse) is not { } inverse)
            return;
        if (instruments.Count > 1)
            throw new ArgumentException(
                $"{inverse.Symbol} is inverse: its account is in its base currency and can hold no other symbol; the run has {string.Join(", ", instruments.Select(i => i.Symbol))}. Run each in a separate account.");
        _contract = (double)inverse.ContractValue;
    }

    public decimal Cash { get; private set; }

    /// <summary>Cash as double, for marking to market.</summary>
    public double CashEstimate { get; private set; }

    /// <summary>Signed quantities as double, for marking to market.</summary>
    public double[] Holdings { get; }

    /// <summary>Counts the entries of the ledger.</summary>
    public long Version { get; private set; }

    /// <summary>Whether the account owes cash or coins, so that a price move could cost more than it has.</summary>
    public bool Owes { get; private set; }

    /// <summary>Whether the account is in the base currency of an inverse instrument.</summary>
    public bool IsInverse => _contract > 0;

    /// <summary>Whether there is no open position.</summary>
    public bool IsFlat => _held == 0;

    public decimal Quantity(int symbol) => _quantities[symbol];

    /// <param name="symbol">Position of the symbol.</param>
    /// <param name="change">Signed quantity.</param>
    /// <param name="paid">Cash that it costs, fee included.</param>
    public void Settle(int symbol, decimal change, decimal paid)
    {
        Count(symbol, -1);
        decimal after = _quantities[symbol] + change;
        _quantities[symbol] = after;
        Holdings[symbol] = (double)after;
        Count(symbol, 1);
        Pay(paid);
    }

    /// <summary>Takes an amount from cash; a negative one is received.</summary>
    public void Pay(decimal amount)
    {
        Cash -= amount;
        CashEstimate = (double)Cash;
        Version++;
        Owes = _owed > 0 || CashEstimate < 0;
    }

    public double Equity(ReadOnlySpan<double> marks) => _held == 0 ? CashEstimate : Equity(marks, out _);

    /// <summary>Cash and the value of all positions; and the sum of their absolute values.</summary>
    public double Equity(ReadOnlySpan<double> marks, out double gross)
    {
        double equity = CashEstimate;
        gross = 0;
        if (_contract > 0)
        {
            gross = Value(0, marks[0]);
            return equity - Math.Sign(Holdings[0]) * gross;
        }

        double[] holdings = Holdings;
        for (int i = 0; i < holdings.Length; i++)
        {
            double value = holdings[i] * marks[i];
            equity += value;
            gross += Math.Abs(value);
        }

        return equity;
    }

    /// <summary>Cash and the value of all positions but one.</summary>
    public double EquityWithout(int symbol, ReadOnlySpan<double> marks)
    {
        double equity = CashEstimate;
        for (int i = 0; i < marks.Length; i++)
            equity += i == symbol ? 0 : Holdings[i] * marks[i];
        return equity;
    }

    /// <summary>Sum of the absolute values of positions.</summary>
    public double GrossExposure(ReadOnlySpan<double> marks)
    {
        _ = Equity(marks, out double gross);
        return gross;
    }

    /// <summary>Absolute value of a position at a price.</summary>
    public double Value(int symbol, double mark)
    {
        double size = Math.Abs(Holdings[symbol]);
        return _contract == 0 ? size * mark : size == 0 ? 0 : size * _contract / mark;
    }

    /// <summary>1 when the value of a position adds to equity, −1 when it is owed.</summary>
    public int SignOf(int symbol) => Holdings[symbol] > 0 == (_contract == 0) ? 1 : -1;

    /// <summary>The price at which a position has an absolute value.</summary>
    public double PriceAt(int symbol, double value) => _contract == 0
        ? value / Math.Abs(Holdings[symbol])
        : Math.Abs(Holdings[symbol]) * _contract / value;

    private void Count(int symbol, int change)
    {
        if (Holdings[symbol] == 0)
            return;
        _held += change;
        _owed += SignOf(symbol) < 0 ? change : 0;
    }
}
