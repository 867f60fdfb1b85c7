namespace TradeBot.Trading;

/// <summary>A price as decimal writes it, in whole units of its last decimal: as many decimals as the engine's has.</summary>
internal readonly struct SweepPrice
{
    public SweepPrice(decimal price)
    {
        Decimals = price.Scale;
        Units = (long)(price * SweepMarket.PowerOf(Decimals));
    }

    public long Units { get; }

    public int Decimals { get; }

    /// <summary>The price in double.</summary>
    public double Estimate => Units / (double)SweepMarket.PowerOf(Decimals);

    /// <summary>The price in decimal.</summary>
    public decimal Value => SweepMarket.DecimalOf(Units, Decimals);
}
