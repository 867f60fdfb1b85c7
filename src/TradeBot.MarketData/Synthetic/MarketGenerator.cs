namespace TradeBot.MarketData;

/// <summary>Generates realistic candles from a seed: for tests, examples, and to run studies on pure noise.</summary>
/// <remarks>
/// <para>
/// Log returns are a common factor plus each symbol's own part, both with Student-t shocks, stochastic
/// volatility and jumps, scaled by the hour of the day. Open, high, low and close come from one path inside the
/// candle, prices are on the tick grid, volume grows with the size of the move. Prices are martingales: unless
/// a drift or an edge is planted, no strategy has an expected gain before costs.
/// </para>
/// <para>
/// The same options give the same bits on every platform: random numbers come from this library's generator, and
/// exponentials and logarithms from arithmetic that IEEE 754 fixes. More candles never change earlier ones, and
/// more symbols never change the others.
/// </para>
/// </remarks>
public static class MarketGenerator
{
    /// <summary>Generates all symbols of a market.</summary>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public static SyntheticMarket Generate(SyntheticMarketOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();

        var common = new CommonFactor(options);
        var pattern = new IntradayPattern(options.IntradaySeasonality);
        var series = new CandleSeries[options.Symbols.Count];
        double[][] signals = new double[options.Symbols.Count][];
        for (int i = 0; i < series.Length; i++)
        {
            var process = new SymbolProcess(options.Symbols[i], common, pattern, options);
            (series[i], signals[i]) = Run(process, options.Symbols[i], options);
        }

        return new SyntheticMarket(series, signals);
    }

    /// <summary>One symbol named SYN with the default properties, starting at 100 on 2024-01-01.</summary>
    /// <param name="count">How many candles; not negative.</param>
    /// <param name="seed">Same seed, same bits.</param>
    /// <param name="timeframe">One minute when not given.</param>
    public static CandleSeries Single(int count, int seed, Timeframe? timeframe = null) => Generate(new SyntheticMarketOptions
    {
        Symbols = [new SyntheticSymbol("SYN", 100, 0.6)],
        Count = count,
        Seed = seed,
        Timeframe = timeframe ?? Timeframe.OneMinute,
    })[0];

    private static (CandleSeries Series, double[] Signal) Run(SymbolProcess process, SyntheticSymbol symbol, SyntheticMarketOptions options)
    {
        List<Candle> candles = new(options.Count);
        List<double> signal = [];
        long time = UnixTime.FromDateTime(options.Start);
        for (int i = 0; i < options.Count; i++, time = options.Timeframe.NextOpen(time))
        {
            Candle candle = process.Next(i, time);
            if (symbol.Outages.Any(outage => candle.OpenTime >= outage.From && candle.OpenTime < outage.To))
                continue;

            candles.Add(candle);
            if (symbol.Edge is not null)
                signal.Add(process.Signal);
        }

        return (ToSeries(symbol.Name, options.Timeframe, candles), [.. signal]);
    }

    private static CandleSeries ToSeries(string symbol, Timeframe timeframe, List<Candle> candles)
    {
        double[] Column(Func<Candle, double> value) => [.. candles.Select(value)];

        return new CandleSeries(
            symbol, timeframe, candles.Select(candle => UnixTime.FromDateTime(candle.OpenTime)).ToArray(),
            Column(candle => candle.Open), Column(candle => candle.High), Column(candle => candle.Low),
            Column(candle => candle.Close), Column(candle => candle.Volume), Column(candle => candle.Turnover));
    }
}
