namespace TradeBot.Trading;

/// <summary>A price as decimal writes it, in whole units of its last decimal: as many decimals as the engine's has.</summary>
internal readonly struct SweepPrice
{
    public SweepPrice(decimal price)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(price, bits);
        Decimals = price.Scale;
        Units = bits[2] == 0 && bits[1] >= 0 ? (long)bits[1] << 32 | (uint)bits[0] : 0;
    }

    /// <summary>Whole units; 0 where the price is 0 or has more digits than fit.</summary>
    public long Units { get; }

    public int Decimals { get; }

    /// <summary>The price in double.</summary>
    public double Estimate => Units / SweepMarket.DoublePowerOf(Decimals);

    /// <summary>The price in decimal.</summary>
    public decimal Value => SweepMarket.DecimalOf(Units, Decimals);
}
