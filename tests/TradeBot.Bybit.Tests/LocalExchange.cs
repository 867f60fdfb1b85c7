using TradeBot.Exchanges.Emulator;
using TradeBot.MarketData;

namespace TradeBot.Exchanges.Tests;

/// <summary>Local exchanges and clients as the tests need them: patient, and in haste.</summary>
internal static class LocalExchange
{
    public static readonly DateTime Start = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Generated minutes of several symbols, each different.</summary>
    public static CandleSeries[] Minutes(int count, int seed, params string[] symbols) =>
    [
        .. MarketGenerator.Generate(new SyntheticMarketOptions
        {
            Symbols = [.. symbols.Select((name, i) => new SyntheticSymbol(name, 100 * (i + 1), 0.6))],
            Seed = seed,
            Count = count,
        }),
    ];

    public static Task<BybitEmulator> StartAsync(CandleSeries[] candles, FaultScenario? faults = null) => BybitEmulator.StartAsync(new EmulatorOptions
    {
        Candles = candles,
        Speed = 0,
        Limits = EmulatorLimits.None,
        Faults = faults ?? FaultScenario.None,
    });

    /// <summary>A client without limits that tries again at once.</summary>
    public static BybitExchange Client(BybitEmulator emulator, Func<BybitOptions, BybitOptions>? change = null) => Client(emulator.Address, change);

    /// <inheritdoc cref="Client(BybitEmulator, Func{BybitOptions, BybitOptions}?)"/>
    public static BybitExchange Client(string address, Func<BybitOptions, BybitOptions>? change = null)
    {
        BybitOptions options = BybitOptions.For(address) with
        {
            RequestsPerWindow = null,
            BanDuration = TimeSpan.FromMilliseconds(250),
            Resilience = new BybitResilience
            {
                Attempts = 30,
                Delay = TimeSpan.FromMilliseconds(2),
                LongestDelay = TimeSpan.FromMilliseconds(20),
                Break = TimeSpan.FromMilliseconds(1),
                Heartbeat = TimeSpan.FromMilliseconds(100),
                PongTimeout = TimeSpan.FromMilliseconds(200),
            },
        };
        return new BybitExchange(change?.Invoke(options) ?? options);
    }
}
