namespace TradeBot.MarketData;

/// <summary>The sample market in data/sample: three symbols, four weeks of one-minute candles, one outage.</summary>
/// <remarks>The names are deliberately not real tickers, so that these candles are not mistaken for market data.</remarks>
public static class SampleMarket
{
    /// <summary>The options that generate the sample.</summary>
    public static SyntheticMarketOptions Options { get; } = new()
    {
        Seed = 20240101,
        Count = 28 * 1440,
        Symbols =
        [
            new SyntheticSymbol("SYNBTC", 42_000, 0.55)
            {
                TickSize = 0.1m, LotSize = 0.001m, Correlation = 0.95, DailyTurnover = 8_000_000_000,
            },
            new SyntheticSymbol("SYNETH", 2_300, 0.65)
            {
                TickSize = 0.01m, LotSize = 0.01m, Correlation = 0.88, DailyTurnover = 4_000_000_000,
            },
            new SyntheticSymbol("SYNSOL", 100, 0.95)
            {
                TickSize = 0.01m, LotSize = 0.1m, Correlation = 0.75, DailyTurnover = 900_000_000,
                Outages = [new Outage(new DateTime(2024, 1, 17, 9, 12, 0, DateTimeKind.Utc), new DateTime(2024, 1, 17, 9, 49, 0, DateTimeKind.Utc))],
            },
        ],
    };

    /// <summary>Generates the sample.</summary>
    public static SyntheticMarket Generate() => MarketGenerator.Generate(Options);

    /// <summary>The name of a series' file in data/sample, such as SYNBTC_1m.csv.gz.</summary>
    /// <exception cref="ArgumentException">The symbol cannot be part of a file name.</exception>
    public static string FileNameOf(CandleSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        CandleFileName.RequireSymbol(series.Symbol);
        return $"{CandleFileName.StemOf(series.Symbol, series.Timeframe)}{CandleFileName.CsvGz}";
    }
}
