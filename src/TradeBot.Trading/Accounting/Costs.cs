namespace TradeBot.Trading;

/// <summary>What trading cost, by kind, in quote currency.</summary>
/// <param name="Fees">Paid to the exchange, liquidation included.</param>
/// <param name="Slippage">Loss relative to the reference prices.</param>
/// <param name="Turnover">Value of all purchases and sales.</param>
/// <param name="Funding">Paid to the other side of perpetual contracts; negative when received.</param>
/// <param name="Borrowing">Interest on coins sold short.</param>
[TypeFormatterSource]
public readonly record struct Costs(decimal Fees, decimal Slippage, decimal Turnover, decimal Funding = 0m, decimal Borrowing = 0m)
{
    /// <summary>Fees, slippage, funding and interest together.</summary>
    public decimal Total => Fees + Slippage + Funding + Borrowing;

    internal static Costs Of(FillLog fills, IReadOnlyList<FundingPayment> funding, IReadOnlyList<BorrowPayment> borrowing)
    {
        decimal fees = 0, slippage = 0, turnover = 0;
        for (int i = 0; i < fills.Count; i++)
        {
            Fill fill = fills[i];
            fees += fill.Fee;
            slippage += fill.Slippage;
            turnover += fill.Notional;
        }

        return new Costs(fees, slippage, turnover, funding.Sum(f => f.Amount), borrowing.Sum(b => b.Amount));
    }
}
