namespace TradeBot.Trading;

/// <summary>What trading cost, by kind, in quote currency.</summary>
/// <param name="Fees">Paid to the exchange.</param>
/// <param name="Slippage">Lost against the reference prices.</param>
/// <param name="Turnover">Value traded, both ways.</param>
public readonly record struct Costs(decimal Fees, decimal Slippage, decimal Turnover)
{
    /// <summary>Fees and slippage together.</summary>
    public decimal Total => Fees + Slippage;

    internal static Costs Of(IReadOnlyList<Fill> fills)
    {
        decimal fees = 0, slippage = 0, turnover = 0;
        foreach (Fill fill in fills)
        {
            fees += fill.Fee;
            slippage += fill.Slippage;
            turnover += fill.Notional;
        }

        return new Costs(fees, slippage, turnover);
    }
}
