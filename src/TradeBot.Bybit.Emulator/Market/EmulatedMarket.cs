using TradeBot.MarketData;

namespace TradeBot.Exchanges.Emulator.Market;

/// <summary>Every symbol of the local exchange, and its clock.</summary>
internal sealed class EmulatedMarket
{
    private const int CandlesPerHalt = 7;

    private readonly Dictionary<string, EmulatedSymbol> _symbols;

    public EmulatedMarket(EmulatorOptions options)
    {
        CandleSeries[] candles = [.. options.Candles.Where(series => series.Count > 0).Select(series => WithoutHalts(series, options.Faults))];
        _symbols = candles.GroupBy(series => series.Symbol).ToDictionary(group => group.Key, group => new EmulatedSymbol(group));
        Names = [.. _symbols.Keys.Order(StringComparer.Ordinal)];
        Categories = [.. options.Categories];
        Clock = new ExchangeClock((options.Start ?? MiddleOfTheLast(candles)) + options.Faults.ClockSkew, options.Speed, options.Clock);
    }

    /// <summary>The symbols in order.</summary>
    public IReadOnlyList<string> Names { get; }

    public HashSet<BybitCategory> Categories { get; }

    public ExchangeClock Clock { get; }

    public EmulatedSymbol this[string name] => _symbols[name];

    public EmulatedSymbol? Find(string? name) => name is not null && _symbols.TryGetValue(name, out EmulatedSymbol? symbol) ? symbol : null;

    /// <summary>Takes out the candles of the halts that a scenario's seed decides on.</summary>
    public static CandleSeries WithoutHalts(CandleSeries series, FaultScenario faults)
    {
        if (faults.Halted <= 0)
            return series;

        List<Candle> kept = [];
        for (int i = 0; i < series.Count; i++)
        {
            int halt = i / CandlesPerHalt;
            if (i == 0 || Faults.FaultDice.Roll(faults.Seed, series.Symbol, halt) >= faults.Halted)
                kept.Add(series[i]);
        }

        return CandleBuckets.ToSeries(series.Symbol, series.Timeframe, kept);
    }

    private static DateTime MiddleOfTheLast(CandleSeries[] candles)
    {
        CandleSeries latest = candles.MaxBy(series => series.OpenTimes[^1])!;
        DateTime open = latest.OpenTimeAt(latest.Count - 1);
        return open + (latest.CloseTimeAt(latest.Count - 1) - open) / 2;
    }
}
