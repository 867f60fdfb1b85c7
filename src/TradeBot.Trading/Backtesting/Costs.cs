namespace TradeBot.Trading;

/// <summary>What trading cost, by kind, in quote currency.</summary>
/// <param name="Fees">Paid to the exchange.</param>
/// <param name="Slippage">Lost against the reference prices.</param>
/// <param name="Turnover">Value traded, both ways.</param>
/// <param name="Funding">Paid to the other side of perpetual contracts; negative when received.</param>
public readonly record struct Costs(decimal Fees, decimal Slippage, decimal Turnover, decimal Funding = 0m)
{
    /// <summary>Fees, slippage and funding together.</summary>
    public decimal Total => Fees + Slippage + Funding;

    internal static Costs Of(IReadOnlyList<Fill> fills, IReadOnlyList<FundingPayment> funding)
    {
        decimal fees = 0, slippage = 0, turnover = 0;
        foreach (Fill fill in fills)
        {
            fees += fill.Fee;
            slippage += fill.Slippage;
            turnover += fill.Notional;
        }

        return new Costs(fees, slippage, turnover, funding.Sum(f => f.Amount));
    }
}
