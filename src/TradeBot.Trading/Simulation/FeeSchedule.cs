namespace TradeBot.Trading;

/// <summary>What an exchange charges on traded value.</summary>
/// <param name="Maker">Fraction of notional for orders that rest in the book; negative is a rebate.</param>
/// <param name="Taker">Fraction of notional for orders that trade at once; 0.00055 is 5.5 bp.</param>
public sealed record FeeSchedule(decimal Maker, decimal Taker)
{
    private const int LedgerDecimals = 8;

    /// <summary>Fee for trading at once.</summary>
    /// <param name="notional">Value traded, in quote currency.</param>
    /// <returns>In quote currency, rounded to 8 decimals, halves away from zero.</returns>
    public decimal TakerFee(decimal notional) => Fee(notional, isMaker: false);

    internal decimal Fee(decimal notional, bool isMaker) =>
        Math.Round(notional * (isMaker ? Maker : Taker), LedgerDecimals, MidpointRounding.AwayFromZero);
}
