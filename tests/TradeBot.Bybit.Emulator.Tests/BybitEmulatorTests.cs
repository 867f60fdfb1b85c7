using System.Globalization;
using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using TradeBot.MarketData;

namespace TradeBot.Exchanges.Emulator.Tests;

/// <summary>The local exchange as any client sees it: over plain HTTP and a plain socket.</summary>
public class BybitEmulatorTests
{
    private static readonly DateTime s_start = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly CandleSeries s_minutes = MarketGenerator.Single(5000, seed: 3);

    [Fact]
    public async Task A_page_is_newest_first_with_both_ends_and_two_hundred_rows_unless_told()
    {
        await using BybitEmulator exchange = await StartAsync();
        long open = UnixTime.FromDateTime(s_start);
        JsonElement[] rows = await RowsAsync(exchange, $"symbol=SYN&interval=1&start={open}&end={open + 120_000}");
        Assert.Equal([open + 120_000, open + 60_000, open], rows.Select(StartOf));
        Assert.Equal(s_minutes[0].Open, double.Parse(rows[2][1].GetString()!, null));
        Assert.Equal(s_minutes[0].Turnover, double.Parse(rows[2][6].GetString()!, null));
        Assert.Equal(200, (await RowsAsync(exchange, "symbol=SYN&interval=1")).Length);
        Assert.Equal(1000, (await RowsAsync(exchange, "symbol=SYN&interval=1&limit=1000")).Length);
    }

    [Fact]
    public async Task The_newest_row_is_still_open_and_not_as_it_will_close()
    {
        await using BybitEmulator exchange = await StartAsync();
        JsonElement newest = (await RowsAsync(exchange, "symbol=SYN&interval=1&limit=1"))[0];
        Assert.Equal(UnixTime.FromDateTime(s_minutes.OpenTimeAt(4999)), StartOf(newest));
        Assert.Equal(Math.Round(s_minutes.Volume[4999] / 2, 3), double.Parse(newest[5].GetString()!, null), 3); // half of the minute has passed
        Assert.Equal(4999, exchange.Closed("SYN", Timeframe.OneMinute).Count);
    }

    [Fact]
    public async Task Longer_candles_are_made_of_the_shorter_ones()
    {
        await using BybitEmulator exchange = await StartAsync();
        JsonElement[] rows = await RowsAsync(exchange, "symbol=SYN&interval=60&limit=1000");
        Assert.Equal(84, rows.Length); // 83 whole hours and 19.5 minutes
        CandleSeries first = s_minutes.Slice(0, 60);
        Assert.Equal([first.Open[0], first.High.ToArray().Max(), first.Low.ToArray().Min(), first.Close[59]], rows[^1].EnumerateArray().Skip(1).Take(4).Select(v => double.Parse(v.GetString()!, null)));
    }

    [Fact]
    public async Task A_page_with_a_start_holds_what_follows_it()
    {
        await using BybitEmulator exchange = await StartAsync();
        long open = UnixTime.FromDateTime(s_start);
        JsonElement[] rows = await RowsAsync(exchange, $"symbol=SYN&interval=1&start={open + 60_000}&limit=3");
        Assert.Equal([open + 180_000, open + 120_000, open + 60_000], rows.Select(StartOf));
        rows = await RowsAsync(exchange, $"symbol=SYN&interval=1&start={open}&end={open + 600_000}&limit=2");
        Assert.Equal([open + 60_000, open], rows.Select(StartOf));
        rows = await RowsAsync(exchange, $"symbol=SYN&interval=1&end={open + 600_000}&limit=2");
        Assert.Equal([open + 600_000, open + 540_000], rows.Select(StartOf));
    }

    [Theory]
    [InlineData(0.001)]
    [InlineData(0.25)]
    [InlineData(0.00001)]
    public async Task Quantities_are_multiples_of_the_stated_step(double lot)
    {
        // Volumes such as 0.1 and 0.2, whose sum as doubles is 0.30000000000000004.
        long[] times = [.. Enumerable.Range(0, 300).Select(i => UnixTime.FromDateTime(s_start) + i * 60_000L)];
        var minutes = new CandleSeries(
            "LOT", Timeframe.OneMinute, times, Column(_ => 100), Column(_ => 101), Column(_ => 99), Column(_ => 100), Column(i => Math.Round((1 + i % 7) * lot, 5)));
        await using BybitEmulator exchange = await BybitEmulator.StartAsync(new EmulatorOptions { Candles = [minutes], Speed = 0, Limits = EmulatorLimits.None });
        using JsonDocument instruments = await GetAsync(exchange, "v5/market/instruments-info?category=linear");
        decimal step = Number(instruments.RootElement.GetProperty("result").GetProperty("list")[0].GetProperty("lotSizeFilter").GetProperty("qtyStep"));

        List<decimal> quantities = [];
        foreach (string interval in (string[])["1", "5", "60", "D"])
        {
            using JsonDocument reply = await GetAsync(exchange, $"v5/market/kline?category=linear&symbol=LOT&interval={interval}&limit=300");
            quantities.AddRange(reply.RootElement.GetProperty("result").GetProperty("list").EnumerateArray().Select(row => Number(row[5])));
        }

        using (JsonDocument trades = await GetAsync(exchange, "v5/market/recent-trade?category=linear&symbol=LOT"))
            quantities.AddRange(trades.RootElement.GetProperty("result").GetProperty("list").EnumerateArray().Select(row => Number(row.GetProperty("size"))));
        using (JsonDocument ticker = await GetAsync(exchange, "v5/market/tickers?category=linear&symbol=LOT"))
            quantities.Add(Number(ticker.RootElement.GetProperty("result").GetProperty("list")[0].GetProperty("volume24h")));
        Assert.True(quantities.Count > 500);
        Assert.All(quantities, quantity => Assert.Equal(0, quantity % step));

        static double[] Column(Func<int, double> value) => [.. Enumerable.Range(0, 300).Select(value)];
        static decimal Number(JsonElement text) => decimal.Parse(text.GetString()!, CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("v5/market/open-interest?category=linear&symbol=SYN&intervalTime=1h&limit=3", "openInterest", 3_600_000)]
    [InlineData("v5/market/open-interest?category=inverse&symbol=SYN&intervalTime=5min&limit=3", "openInterest", 300_000)]
    [InlineData("v5/market/account-ratio?category=linear&symbol=SYN&period=4h&limit=3", "buyRatio", 14_400_000)]
    public async Task Figures_of_a_period_come_newest_first_and_in_pages(string path, string field, long period)
    {
        await using BybitEmulator exchange = await StartAsync();
        List<long> times = [];
        string cursor = "";
        for (int page = 0; page < 3; page++)
        {
            using JsonDocument reply = await GetAsync(exchange, path + (cursor.Length == 0 ? "" : $"&cursor={cursor}"));
            JsonElement result = reply.RootElement.GetProperty("result");
            Assert.All(result.GetProperty("list").EnumerateArray(), row => Assert.NotEqual("0", row.GetProperty(field).GetString()));
            times.AddRange(result.GetProperty("list").EnumerateArray().Select(row => long.Parse(row.GetProperty("timestamp").GetString()!, null)));
            cursor = result.GetProperty("nextPageCursor").GetString()!;
        }

        long newest = UnixTime.FromDateTime(exchange.Now) / period * period;
        Assert.Equal(Enumerable.Range(0, 9).Select(i => newest - i * period), times);
        using JsonDocument between = await GetAsync(exchange, $"{path}0&startTime={newest - 5 * period}&endTime={newest - 2 * period}");
        Assert.Equal(4, between.RootElement.GetProperty("result").GetProperty("list").GetArrayLength());
        Assert.Equal("", between.RootElement.GetProperty("result").GetProperty("nextPageCursor").GetString());
    }

    [Fact]
    public async Task A_book_deeper_than_its_price_has_ticks_still_lies_around_the_price()
    {
        long[] times = [.. Enumerable.Range(0, 3).Select(i => UnixTime.FromDateTime(s_start) + i * 60_000L)];
        double[] price = [7, 7, 7];
        await using BybitEmulator exchange = await BybitEmulator.StartAsync(new EmulatorOptions { Candles = [new CandleSeries("TICK", Timeframe.OneMinute, times, price, price, price, price, price)], Speed = 0, Limits = EmulatorLimits.None });
        using JsonDocument reply = await GetAsync(exchange, "v5/market/orderbook?category=linear&symbol=TICK&limit=50");
        JsonElement book = reply.RootElement.GetProperty("result");
        Assert.Equal(["7", "6", "5", "4", "3", "2", "1"], book.GetProperty("b").EnumerateArray().Select(level => level[0].GetString()));
        Assert.Equal(("8", 50), (book.GetProperty("a")[0][0].GetString(), book.GetProperty("a").GetArrayLength()));
    }

    [Fact]
    public async Task Risk_limits_are_brackets_and_nothing_is_maintained()
    {
        await using BybitEmulator exchange = await StartAsync();
        using JsonDocument limits = await GetAsync(exchange, "v5/market/risk-limit?category=linear&symbol=SYN"), status = await GetAsync(exchange, "v5/system/status");
        Assert.Equal(["100", "50"], limits.RootElement.GetProperty("result").GetProperty("list").EnumerateArray().Select(row => row.GetProperty("maxLeverage").GetString()));
        Assert.Equal(0, status.RootElement.GetProperty("result").GetProperty("list").GetArrayLength());
    }

    [Theory]
    [InlineData("\"text\"")]
    [InlineData("\"\"")]
    [InlineData("7")]
    [InlineData("-1.50")]
    [InlineData("12345678901234567890123")]
    [InlineData("true")]
    [InlineData("null")]
    public async Task The_id_of_a_request_comes_back_as_it_was_sent(string id)
    {
        await using BybitEmulator exchange = await StartAsync();
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(exchange.Address.Replace("http", "ws", StringComparison.Ordinal) + "/v5/public/linear"), default);
        foreach (string operation in (string[])["ping", "subscribe", "unsubscribe", "nothing"])
        {
            await SendAsync(socket, $$"""{"req_id":{{id}},"op":"{{operation}}","args":["tickers.NOSUCH"]}""");
            Assert.Contains($"\"req_id\":{id},", await ReceiveAsync(socket), StringComparison.Ordinal);
        }

        await SendAsync(socket, $$"""{"req_id":[{{id}}],"op":"ping"}""");
        Assert.Contains("\"success\":false,\"ret_msg\":\"error:req_id invalid\"", await ReceiveAsync(socket), StringComparison.Ordinal);
        await SendAsync(socket, """{"op":"ping"}""");
        Assert.DoesNotContain("req_id", await ReceiveAsync(socket), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("v5/market/kline?category=linear&symbol=NOSUCH&interval=1", 10001)]
    [InlineData("v5/market/kline?category=linear&symbol=SYN&interval=7", 10001)]
    [InlineData("v5/market/kline?category=linear&symbol=SYN&interval=1&limit=1001", 10001)]
    [InlineData("v5/market/kline?category=nothing&symbol=SYN&interval=1", 10001)]
    [InlineData("v5/market/tickers", 10001)]
    [InlineData("v5/market/funding/history?category=linear&symbol=SYN&startTime=1", 10001)]
    [InlineData("v5/market/open-interest?category=linear&symbol=SYN&intervalTime=7min", 10001)]
    [InlineData("v5/market/open-interest?category=linear&symbol=SYN&intervalTime=1h&cursor=x", 10001)]
    [InlineData("v5/market/account-ratio?category=spot&symbol=SYN&period=1h", 10001)]
    [InlineData("v5/market/risk-limit?category=spot", 10001)]
    [InlineData("v5/user/query-api", 10003)]
    [InlineData("v5/no/such", 10017)]
    public async Task A_mistake_is_answered_in_the_exchanges_envelope(string path, int code)
    {
        await using BybitEmulator exchange = await StartAsync();
        using JsonDocument reply = await GetAsync(exchange, path);
        Assert.Equal(code, reply.RootElement.GetProperty("retCode").GetInt32());
        Assert.NotEmpty(reply.RootElement.GetProperty("retMsg").GetString()!);
        Assert.Equal(JsonValueKind.Object, reply.RootElement.GetProperty("result").ValueKind);
    }

    [Fact]
    public async Task One_request_too_many_bans_the_address()
    {
        await using BybitEmulator exchange = await StartAsync(limits: new EmulatorLimits { RequestsPerWindow = 5, Window = TimeSpan.FromMinutes(1), Ban = TimeSpan.FromMinutes(10) });
        using var http = new HttpClient { BaseAddress = new Uri(exchange.Address) };
        for (int i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("v5/market/time")).StatusCode);

        HttpResponseMessage banned = await http.GetAsync("v5/market/time");
        Assert.Equal(HttpStatusCode.Forbidden, banned.StatusCode);
        Assert.Contains("too frequent", await banned.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await http.GetAsync("v5/market/tickers?category=linear")).StatusCode);
        Assert.Equal((7, 6, 2), (exchange.Statistics.Requests, exchange.Statistics.MostInWindow, exchange.Statistics.Refused));
    }

    [Fact]
    public async Task Headers_say_what_an_endpoint_still_permits_and_the_next_request_is_refused()
    {
        await using BybitEmulator exchange = await StartAsync(limits: new EmulatorLimits { PerEndpoint = 2 });
        using var http = new HttpClient { BaseAddress = new Uri(exchange.Address) };
        List<(string Left, int Code)> seen = [];
        for (int i = 0; i < 3; i++)
        {
            HttpResponseMessage response = await http.GetAsync("v5/market/time");
            using JsonDocument reply = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
            seen.Add((response.Headers.GetValues("X-Bapi-Limit-Status").Single(), reply.RootElement.GetProperty("retCode").GetInt32()));
            Assert.Equal("2", response.Headers.GetValues("X-Bapi-Limit").Single());
        }

        Assert.Equal([("1", 0), ("0", 0), ("0", 10006)], seen);
    }

    [Fact]
    public async Task A_socket_answers_pings_and_pushes_what_is_subscribed()
    {
        await using BybitEmulator exchange = await StartAsync(speed: 600);
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(exchange.Address.Replace("http", "ws", StringComparison.Ordinal) + "/v5/public/linear"), default);
        await SendAsync(socket, """{"req_id":"p","op":"ping"}""");
        Assert.Contains("\"ret_msg\":\"pong\"", await ReceiveAsync(socket), StringComparison.Ordinal);
        await SendAsync(socket, """{"req_id":"s","op":"subscribe","args":["kline.1.SYN"]}""");

        bool isAnswered = false;
        List<long> confirmed = [];
        while (!isAnswered || confirmed.Count < 3)
        {
            using JsonDocument message = JsonDocument.Parse(await ReceiveAsync(socket));
            if (message.RootElement.TryGetProperty("op", out _))
            {
                isAnswered = message.RootElement.GetProperty("success").GetBoolean();
                continue;
            }

            JsonElement candle = message.RootElement.GetProperty("data")[0];
            Assert.Equal(candle.GetProperty("start").GetInt64() + 59_999, candle.GetProperty("end").GetInt64());
            if (candle.GetProperty("confirm").GetBoolean())
                confirmed.Add(candle.GetProperty("start").GetInt64());
        }

        Assert.Equal([confirmed[0], confirmed[0] + 60_000, confirmed[0] + 120_000], confirmed);
    }

    [Fact]
    public async Task Scenarios_do_the_same_to_the_same_requests()
    {
        async Task<string> OutcomeAsync()
        {
            await using BybitEmulator exchange = await StartAsync(faults: FaultScenario.Named("errors", seed: 11));
            using var http = new HttpClient { BaseAddress = new Uri(exchange.Address) };
            var codes = new StringBuilder();
            for (int i = 0; i < 60; i++)
                codes.Append((int)(await http.GetAsync($"v5/market/kline?category=linear&symbol=SYN&interval=1&limit={1 + i % 7}")).StatusCode).Append(' ');
            return codes.ToString();
        }

        string first = await OutcomeAsync();
        Assert.Equal(first, await OutcomeAsync());
        Assert.Contains("50", first, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_scenario_that_is_named_exists()
    {
        Assert.All(FaultScenario.Names, name => Assert.NotNull(FaultScenario.Named(name, 1)));
        Assert.Contains("accepted are none, latency", Assert.Throws<ArgumentException>(() => FaultScenario.Named("worst", 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_an_exchange_is_refused()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => BybitEmulator.StartAsync(new EmulatorOptions { Candles = [] }));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => BybitEmulator.StartAsync(new EmulatorOptions { Candles = [s_minutes], Speed = -1 }));
    }

    private static Task<BybitEmulator> StartAsync(EmulatorLimits? limits = null, FaultScenario? faults = null, double speed = 0) => BybitEmulator.StartAsync(new EmulatorOptions
    {
        Candles = [s_minutes],
        Start = speed > 0 ? s_start.AddDays(1) : null,
        Speed = speed,
        Limits = limits ?? EmulatorLimits.None,
        Faults = faults ?? FaultScenario.None,
        PushInterval = TimeSpan.FromMilliseconds(20),
    });

    private static async Task<JsonElement[]> RowsAsync(BybitEmulator exchange, string query)
    {
        using JsonDocument reply = await GetAsync(exchange, "v5/market/kline?category=linear&" + query);
        return [.. reply.RootElement.GetProperty("result").GetProperty("list").EnumerateArray().Select(row => row.Clone())];
    }

    private static long StartOf(JsonElement row) => long.Parse(row[0].GetString()!, null);

    private static async Task<JsonDocument> GetAsync(BybitEmulator exchange, string path)
    {
        using var http = new HttpClient { BaseAddress = new Uri(exchange.Address) };
        return JsonDocument.Parse(await http.GetStringAsync(path));
    }

    private static Task SendAsync(ClientWebSocket socket, string text) => socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, default);

    private static async Task<string> ReceiveAsync(ClientWebSocket socket)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        byte[] buffer = new byte[65536];
        WebSocketReceiveResult result = await socket.ReceiveAsync(buffer, late.Token);
        return Encoding.UTF8.GetString(buffer, 0, result.Count);
    }
}
