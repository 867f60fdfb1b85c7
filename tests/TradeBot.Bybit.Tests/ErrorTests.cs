using System.Net;
using System.Net.Sockets;
using TradeBot.Exchanges.Emulator;
using TradeBot.MarketData;

namespace TradeBot.Exchanges.Tests;

/// <summary>Each mistake is told in one sentence that says what to do.</summary>
public sealed class ErrorTests : IAsyncLifetime
{
    private static readonly BybitCredentials s_credentials = new("TESTKEY0001", "TESTSECRET0001");
    private static readonly CandleSeries[] s_candles = LocalExchange.Minutes(100, 1, "BTCUSDT", "ETHUSDT");

    private readonly string _folder = Directory.CreateTempSubdirectory("tradebot-bybit-").FullName;
    private BybitEmulator _emulator = null!;

    public async Task InitializeAsync() =>
        _emulator = await BybitEmulator.StartAsync(new EmulatorOptions { Candles = s_candles, Credentials = s_credentials });

    public async Task DisposeAsync()
    {
        await _emulator.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_wrong_symbol_is_reported_what_is_near_it()
    {
        using BybitExchange exchange = LocalExchange.Client(_emulator);
        var error = await Assert.ThrowsAsync<ArgumentException>(() => FetchAsync(exchange, "BTCUSD"));
        Assert.StartsWith("'BTCUSD' is not a linear symbol of 127.0.0.1; similar symbols are BTCUSDT, ETHUSDT: symbols are in capitals", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_interval_is_reported_which_there_are()
    {
        CandleSeries hours = MarketGenerator.Single(100, 1, Timeframe.OneHour);
        await using BybitEmulator emulator = await LocalExchange.StartAsync([hours]);
        using BybitExchange exchange = LocalExchange.Client(emulator);
        var error = await Assert.ThrowsAsync<BybitException>(() => FetchAsync(exchange, "SYN"));
        Assert.Equal((10001, BybitFault.Caller), (error.Code, error.Fault));
        Assert.Contains("Interval is invalid", error.Message, StringComparison.Ordinal);
        
    }

    [Fact]
    public async Task A_wrong_key_and_a_wrong_secret_are_distinguished()
    {
        using BybitExchange unknown = LocalExchange.Client(_emulator, o => o with { Credentials = new("OTHER", "x") });
        using BybitExchange wrong = LocalExchange.Client(_emulator, o => o with { Credentials = new(s_credentials.Key, "x") });
        using BybitExchange none = LocalExchange.Client(_emulator);

        Assert.Contains("keys belong to one environment", (await RefusedAsync(unknown, 10003)).Message, StringComparison.Ordinal);
        BybitException signature = await RefusedAsync(wrong, 10004);
        Assert.Contains("check that the secret belongs to the key", signature.Message, StringComparison.Ordinal);
        Assert.Contains("needs an API key", (await Assert.ThrowsAsync<BybitException>(() => none.KeyAsync())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_that_cannot_be_set_is_named()
    {
        // The exchange's time runs so fast that every signature is too old when it arrives.
        await using BybitEmulator fast = await BybitEmulator.StartAsync(new EmulatorOptions { Candles = s_candles, Credentials = s_credentials, Speed = 1e9, Start = LocalExchange.Start });
        using BybitExchange exchange = LocalExchange.Client(fast, o => o with { Credentials = s_credentials });
        Assert.Contains("check the machine's clock", (await RefusedAsync(exchange, 10002)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_where_nobody_listens_is_named_at_once()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        using var exchange = new BybitExchange(BybitOptions.For($"http://127.0.0.1:{port}") with { Resilience = new() { Delay = TimeSpan.FromMilliseconds(1) } });
        var error = await Assert.ThrowsAsync<BybitException>(() => FetchAsync(exchange, "BTCUSDT"));
        Assert.StartsWith($"http://127.0.0.1:{port} cannot be reached (", error.Message, StringComparison.Ordinal);
        Assert.Contains("check the address and the network", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, exchange.RequestsSent);
    }

    [Fact]
    public async Task An_address_that_is_no_exchange_is_reported_so()
    {
        await using BybitEmulator emulator = await LocalExchange.StartAsync(s_candles, new FaultScenario { Invalid = 1 });
        using BybitExchange exchange = LocalExchange.Client(emulator, o => o with { Resilience = o.Resilience with { Attempts = 3 } });
        var error = await Assert.ThrowsAsync<BybitException>(() => exchange.TimeAsync());
        Assert.Contains("is this address a Bybit exchange?", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ban_stops_everything_and_says_until_when()
    {
        await using BybitEmulator emulator = await LocalExchange.StartAsync(s_candles, new FaultScenario { Ban = 1, BanDuration = TimeSpan.FromMinutes(10) });
        using BybitExchange exchange = LocalExchange.Client(emulator, o => o with { BanDuration = TimeSpan.FromMinutes(10) });
        var error = await Assert.ThrowsAsync<BybitException>(() => exchange.TimeAsync());
        Assert.Equal(BybitFault.Fatal, error.Fault);
        Assert.Contains($"nothing is sent before {error.RetryAt:yyyy-MM-dd HH:mm:ss} UTC", error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<BybitException>(() => exchange.Linear.TickersAsync());
        Assert.Equal(1, exchange.RequestsSent); // nothing after the first
    }

    [Theory]
    [InlineData("mainet")]
    [InlineData("ftp://127.0.0.1")]
    public void What_is_no_exchange_is_refused(string exchange) =>
        Assert.Contains("accepted are mainnet, testnet, demo", Assert.Throws<ArgumentException>(() => Bybit.At(exchange)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_wrong_time_is_refused()
    {
        using BybitExchange exchange = LocalExchange.Client(_emulator);
        CandleStore store = CandleStore.Open(_folder);
        Assert.Contains("'yesterday' is not a UTC time", (await Assert.ThrowsAsync<ArgumentException>(() => exchange.Linear.FetchAsync(store, ["BTCUSDT"], Timeframe.OneMinute, "yesterday"))).Message, StringComparison.Ordinal);
        Assert.Contains("is empty", (await Assert.ThrowsAsync<ArgumentException>(() => exchange.Linear.FetchAsync(store, ["BTCUSDT"], Timeframe.OneMinute, "2024-01-02", "2024-01-01"))).Message, StringComparison.Ordinal);
    }

    private Task<FetchReport> FetchAsync(BybitExchange exchange, string symbol, Timeframe? timeframe = null) =>
        exchange.Linear.FetchAsync(CandleStore.Open(_folder), [symbol], timeframe ?? Timeframe.OneMinute, from: "2024-01-01");

    private static async Task<BybitException> RefusedAsync(BybitExchange exchange, int code)
    {
        var error = await Assert.ThrowsAsync<BybitException>(() => exchange.KeyAsync());
        Assert.Equal(code, error.Code);
        return error;
    }
}
