using Bybit.Net;
using Bybit.Net.Clients;
using Bybit.Net.Enums;
using TradeBot.Exchanges;
using TradeBot.Exchanges.Emulator;
using TradeBot.MarketData;

namespace TradeBot.Integrations.BybitNet.Tests;

public class BybitNetTests
{
    private const int Minutes = 4000;

    private static readonly DateTime Start = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task The_documented_example_fetches_every_candle_once_in_order()
    {
        await using BybitEmulator exchange = await StartAsync(speed: 0, Start.AddMinutes(3000));
        DateTime start = Start;

        BybitEnvironment environment = BybitNetClients.At(exchange.Address);
        using BybitRestClient rest = BybitNetClients.Rest(environment);
        var source = new BybitNetCandleSource(rest, Category.Linear);

        List<CandleSeries> pieces = [];
        await foreach (CandleSeries piece in source.FetchAsync("AAAUSDT", Timeframe.OneMinute, start, start.AddMinutes(2500)))
            pieces.Add(piece);

        Assert.Equal([1000, 1000, 500], pieces.Select(piece => piece.Count));
        Assert.Equal(exchange.Closed("AAAUSDT", Timeframe.OneMinute).Slice(0, 2500).ToArray(), pieces.SelectMany(piece => piece));
    }

    [Fact]
    public async Task A_candle_that_is_open_is_not_given()
    {
        await using BybitEmulator exchange = await StartAsync(speed: 0, Start.AddMinutes(10).AddSeconds(30));
        using BybitRestClient rest = BybitNetClients.Rest(BybitNetClients.At(exchange.Address));

        List<Candle> candles = [];
        await foreach (CandleSeries piece in new BybitNetCandleSource(rest, Category.Linear).FetchAsync("AAAUSDT", Timeframe.OneMinute, Start, Start.AddDays(1)))
            candles.AddRange(piece);

        Assert.Equal(Start.AddMinutes(9), candles[^1].OpenTime);
    }

    [Fact]
    public async Task Each_live_candle_closes_once_and_in_order()
    {
        await using BybitEmulator exchange = await StartAsync(speed: 1200, Start.AddMinutes(1000));
        BybitEnvironment environment = BybitNetClients.At(exchange.Address);
        using BybitRestClient rest = BybitNetClients.Rest(environment);
        using BybitSocketClient socket = BybitNetClients.Socket(environment);
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(60));

        List<Candle> closed = [];
        await foreach (CandleUpdate update in new BybitNetCandleStream(socket, rest, Category.Linear).SubscribeAsync(["AAAUSDT"], Timeframe.OneMinute, end.Token))
        {
            if (update.IsClosed)
                closed.Add(update.Candle);
            if (closed.Count == 50)
                break;
        }

        CandleSeries served = exchange.Closed("AAAUSDT", Timeframe.OneMinute);
        Assert.Equal(served.Between(closed[0].OpenTime, closed[^1].OpenTime.AddMinutes(1)).ToArray(), closed);
    }

    [Theory]
    [InlineData("errors")]
    [InlineData("limits")]
    [InlineData("sockets")]
    public async Task A_stream_survives_requests_that_fail(string scenario)
    {
        await using BybitEmulator exchange = await StartAsync(speed: 1200, Start.AddMinutes(1000), FaultScenario.Named(scenario, seed: 3));
        BybitEnvironment environment = BybitNetClients.At(exchange.Address);
        using BybitRestClient rest = BybitNetClients.Rest(environment);
        using BybitSocketClient socket = BybitNetClients.Socket(environment);
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        var resilience = new BybitResilience { Attempts = 30, Delay = TimeSpan.FromMilliseconds(5), LongestDelay = TimeSpan.FromMilliseconds(50) };

        List<Candle> closed = [];
        await foreach (CandleUpdate update in new BybitNetCandleStream(socket, rest, Category.Linear, resilience).SubscribeAsync(["AAAUSDT"], Timeframe.OneMinute, end.Token))
        {
            if (update.IsClosed)
                closed.Add(update.Candle);
            if (closed.Count == 50)
                break;
        }

        Assert.Equal(exchange.Closed("AAAUSDT", Timeframe.OneMinute).Between(closed[0].OpenTime, closed[^1].OpenTime.AddMinutes(1)).ToArray(), closed);
    }

    [Fact]
    public void Our_own_client_has_a_name_that_compiles_beside_theirs()
    {
        BybitMarket market = BybitExchange.At("mainnet").Linear;

        Assert.NotNull(market);
    }

    [Fact]
    public async Task A_symbol_that_does_not_exist_is_refused_by_its_name()
    {
        await using BybitEmulator exchange = await StartAsync(speed: 0, Start.AddMinutes(100));
        using BybitRestClient rest = BybitNetClients.Rest(BybitNetClients.At(exchange.Address));
        var error = await Assert.ThrowsAsync<BybitNetException>(async () =>
        {
            await foreach (CandleSeries _ in new BybitNetCandleSource(rest, Category.Linear).FetchAsync("NOSUCH", Timeframe.OneMinute, Start, Start.AddHours(1)))
                Assert.Fail("Candles of what does not exist.");
        });
        Assert.Contains("NOSUCH", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_that_is_none_is_refused() => Assert.Throws<ArgumentException>(() => BybitNetClients.At("localhost"));

    private static Task<BybitEmulator> StartAsync(double speed, DateTime start, FaultScenario? faults = null) => BybitEmulator.StartAsync(new EmulatorOptions
    {
        Candles = [.. MarketGenerator.Generate(new SyntheticMarketOptions { Symbols = [new SyntheticSymbol("AAAUSDT", 100, 0.6)], Seed = 6, Count = Minutes })],
        Start = start,
        Speed = speed,
        PushInterval = TimeSpan.FromMilliseconds(10),
        Limits = EmulatorLimits.None,
        Faults = faults ?? FaultScenario.None,
    });
}
