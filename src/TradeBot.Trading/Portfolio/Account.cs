namespace TradeBot.Trading;

/// <summary>Cash and positions, in decimal: the ledger that fills settle into.</summary>
/// <remarks>Equity is cash plus position value. A buy pays its value and fee from cash, a sale brings its value less its fee.</remarks>
internal sealed class Account
{
    private readonly decimal[] _quantities;

    public Account(decimal cash, int symbols)
    {
        Cash = cash;
        CashEstimate = (double)cash;
        _quantities = new decimal[symbols];
        Holdings = new double[symbols];
    }

    public decimal Cash { get; private set; }

    /// <summary>Cash as double, for marking to market.</summary>
    public double CashEstimate { get; private set; }

    /// <summary>Signed quantities as double, for marking to market.</summary>
    public double[] Holdings { get; }

    public decimal Quantity(int symbol) => _quantities[symbol];

    public void Settle(int symbol, in Fill fill)
    {
        Cash -= fill.SignedQuantity * fill.Price + fill.Fee;
        CashEstimate = (double)Cash;
        _quantities[symbol] += fill.SignedQuantity;
        Holdings[symbol] = (double)_quantities[symbol];
    }

    /// <summary>Takes an amount from cash; a negative one is received.</summary>
    public void Pay(decimal amount)
    {
        Cash -= amount;
        CashEstimate = (double)Cash;
    }

    public double Equity(ReadOnlySpan<double> marks)
    {
        double equity = CashEstimate;
        for (int i = 0; i < marks.Length; i++)
            equity += Holdings[i] * marks[i];
        return equity;
    }

    public double GrossExposure(ReadOnlySpan<double> marks)
    {
        double gross = 0;
        for (int i = 0; i < marks.Length; i++)
            gross += Math.Abs(Holdings[i]) * marks[i];
        return gross;
    }
}
