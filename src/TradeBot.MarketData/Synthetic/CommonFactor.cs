namespace TradeBot.MarketData;

/// <summary>The common factor of a market: a shock and a volatility level per candle.</summary>
internal sealed class CommonFactor
{
    public CommonFactor(SyntheticMarketOptions options)
    {
        // Symbols have non-empty names, so none shares this stream.
        var deviates = new DeviateSource(options.Seed, "");
        LogVolatility slow = ShockProcess.SlowVolatility(deviates, options);
        var process = new ShockProcess(deviates, options);

        SlowLogVolatilities = new double[options.Count];
        Shocks = new double[options.Count];
        Volatilities = new double[options.Count];
        for (int i = 0; i < options.Count; i++)
        {
            SlowLogVolatilities[i] = slow.Next();
            Shocks[i] = process.Next(SlowLogVolatilities[i]);
            Volatilities[i] = process.Volatility;
        }
    }

    public double[] SlowLogVolatilities { get; }

    public double[] Shocks { get; }

    public double[] Volatilities { get; }
}
