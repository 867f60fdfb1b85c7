using System.Globalization;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using TradeBot.Exchanges.Signing;
using TradeBot.MarketData;
using TradeBot.Testing;

namespace TradeBot.Exchanges.Emulator.Tests.Private;

/// <summary>An exchange on a clock that a test moves, and a client that signs as the documentation says: over plain HTTP and plain sockets.</summary>
internal sealed class Trader : IAsyncDisposable
{
    public const string Symbol = "SYNUSDT";

    public static readonly BybitCredentials Keys = new("key-of-a-test", "its-secret");

    private readonly RequestSigner _signer = new(Keys);
    private readonly HttpClient _http;

    private Trader(BybitEmulator exchange, ManualTime clock)
    {
        (Exchange, Clock) = (exchange, clock);
        _http = new HttpClient { BaseAddress = new Uri(exchange.Address) };
    }

    public BybitEmulator Exchange { get; }

    public ManualTime Clock { get; }

    /// <summary>What the exchange's clock shows.</summary>
    public long Now => UnixTime.FromDateTime(Exchange.Now);

    /// <summary>Minutes at 100 that rise to 110 in the fourth and fall to 90 in the sixth; the clock starts in the second.</summary>
    public static async Task<Trader> StartAsync(Func<EmulatorOptions, EmulatorOptions>? change = null)
    {
        var start = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        double[] open = [100, 100, 100, 100, 110, 110, 90, 90], close = [100, 100, 100, 110, 110, 90, 90, 90];
        long[] times = [.. open.Select((_, i) => UnixTime.FromDateTime(start) + i * 60_000L)];
        double[] high = [.. open.Zip(close, Math.Max)], low = [.. open.Zip(close, Math.Min)], volume = [.. open.Select(_ => 10.5)];
        var candles = new CandleSeries(Symbol, Timeframe.OneMinute, times, open, high, low, close, volume);
        var clock = new ManualTime();
        var options = new EmulatorOptions
        {
            Candles = [candles], Start = start.AddSeconds(90.5), Speed = 1, Clock = clock, Limits = EmulatorLimits.None, Credentials = Keys,
            Matching = new EmulatorMatching { LevelSize = 1000 }, PushInterval = TimeSpan.FromMilliseconds(20),
        };
        return new Trader(await BybitEmulator.StartAsync(change is null ? options : change(options)), clock);
    }

    public Task<JsonElement> PostAsync(string path, object body) => PostTextAsync(path, JsonSerializer.Serialize(body));

    public async Task<JsonElement> PostTextAsync(string path, string body) => await ReadAsync(await SendAsync(HttpMethod.Post, path, body));

    public async Task<JsonElement> GetAsync(string path, string query = "") => await ReadAsync(await SendAsync(HttpMethod.Get, path, query));

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string payload, Action<HttpRequestHeaders>? change = null)
    {
        var request = new HttpRequestMessage(method, method == HttpMethod.Get ? $"{path}?{payload}" : path);
        if (method == HttpMethod.Post)
            request.Content = new StringContent(payload, Encoding.UTF8, "application/json");
        long now = Now;
        request.Headers.Add("X-BAPI-API-KEY", Keys.Key);
        request.Headers.Add("X-BAPI-TIMESTAMP", now.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("X-BAPI-RECV-WINDOW", "5000");
        request.Headers.Add("X-BAPI-SIGN", _signer.Sign(now, 5000, payload));
        change?.Invoke(request.Headers);
        return _http.SendAsync(request);
    }

    /// <summary>A linear order; a quantity below 0 sells, no price is a market order.</summary>
    public Task<JsonElement> OrderAsync(decimal signed, string link, decimal? price = null) => PostAsync("v5/order/create", Order(signed, link, price));

    public static object Order(decimal signed, string link, decimal? price = null) => new
    {
        category = "linear", symbol = Symbol, side = signed > 0 ? "Buy" : "Sell", orderType = price is null ? "Market" : "Limit", qty = Math.Abs(signed).ToString(CultureInfo.InvariantCulture),
        price = price?.ToString(CultureInfo.InvariantCulture) ?? "", orderLinkId = link,
    };

    public async Task<string> StatusAsync(string link)
    {
        JsonElement list = (await GetAsync("v5/order/realtime", $"category=linear&symbol={Symbol}&orderLinkId={link}")).GetProperty("result").GetProperty("list");
        return list.GetArrayLength() == 0 ? "" : list[0].GetProperty("orderStatus").GetString()!;
    }

    public async Task<TestSocket> StreamAsync(params string[] topics)
    {
        TestSocket socket = await ConnectAsync("/v5/private");
        await socket.SendAsync(Auth("\"a\""));
        Assert.True((await socket.ReceiveAsync()).GetProperty("success").GetBoolean());
        if (topics.Length == 0)
            return socket;
        await socket.SendAsync($$"""{"req_id":"s","op":"subscribe","args":{{JsonSerializer.Serialize(topics)}}}""");
        Assert.True((await socket.ReceiveAsync()).GetProperty("success").GetBoolean());
        return socket;
    }

    public async Task<TestSocket> TradeAsync()
    {
        TestSocket socket = await ConnectAsync("/v5/trade");
        await socket.SendAsync(Auth("\"a\""));
        Assert.Equal(0, (await socket.ReceiveAsync()).GetProperty("retCode").GetInt32());
        return socket;
    }

    public async Task<TestSocket> ConnectAsync(string path)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(Exchange.Address.Replace("http", "ws", StringComparison.Ordinal) + path), default);
        return new TestSocket(socket);
    }

    public string Auth(string id) => $$"""{"req_id":{{id}},"op":"auth","args":["{{Keys.Key}}",{{Now + 1000}},"{{_signer.SignStream(Now + 1000)}}"]}""";

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Exchange.DisposeAsync();
    }

    public static int Code(JsonElement reply) => reply.GetProperty("retCode").GetInt32();

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        response.EnsureSuccessStatusCode();
        using JsonDocument document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return document.RootElement.Clone();
    }
}
