using System.Net;
using System.Net.WebSockets;
using System.Text.Json;

namespace TradeBot.Exchanges.Emulator.Tests.Private;

/// <summary>Each fault of <see cref="EmulatorFaults"/>: what a client sees, and what is true.</summary>
public class FaultTests
{
    [Theory]
    [InlineData(nameof(EmulatorFaults.RequestLost), false)]
    [InlineData(nameof(EmulatorFaults.AnswerLost), true)]
    public async Task A_cut_connection_leaves_the_outcome_open(string fault, bool isPlaced)
    {
        await using Trader trader = await StartAsync(fault == nameof(EmulatorFaults.AnswerLost) ? new() { AnswerLost = 1 } : new() { RequestLost = 1 });
        await Assert.ThrowsAsync<HttpRequestException>(() => trader.OrderAsync(1, "a"));
        trader.Exchange.Account.Faults = EmulatorFaults.None;
        Assert.Equal(isPlaced ? "Filled" : "", await trader.StatusAsync("a"));
        Assert.Equal(isPlaced ? 110072 : 0, Trader.Code(await trader.OrderAsync(1, "a"))); // the same id again: a duplicate says that it arrived
        Assert.Equal(1m, trader.Exchange.Account.Positions[0].Size);
    }

    [Fact]
    public async Task Errors_come_with_and_without_the_effect()
    {
        await using Trader trader = await StartAsync(new() { ErrorWithoutEffect = 1 });
        Assert.Equal(HttpStatusCode.BadGateway, await StatusAsync(trader, "a"));
        trader.Exchange.Account.Faults = new() { ErrorAfterEffect = 1 };
        Assert.Equal(HttpStatusCode.GatewayTimeout, await StatusAsync(trader, "b"));
        trader.Exchange.Account.Faults = new() { TimeoutAfterEffect = 1 };
        Assert.Equal(10000, Trader.Code(await trader.OrderAsync(1, "c")));
        trader.Exchange.Account.Faults = new() { RateLimited = 1 };
        Assert.Equal(10006, Trader.Code(await trader.OrderAsync(1, "d")));
        trader.Exchange.Account.Faults = new() { Refused = 1 };
        Assert.Equal(110007, Trader.Code(await trader.OrderAsync(1, "e")));
        trader.Exchange.Account.Faults = new() { RejectedLater = 1 };
        Assert.Equal(0, Trader.Code(await trader.OrderAsync(1, "f")));
        trader.Exchange.Account.Faults = EmulatorFaults.None;
        Assert.Equal(["", "Filled", "Filled", "", "", "Rejected"], await Task.WhenAll("abcdef".Select(link => trader.StatusAsync(link.ToString()))));
        Assert.Equal(6, trader.Exchange.Statistics.Faults);
    }

    [Fact]
    public async Task The_same_request_is_not_hit_five_times_in_a_row()
    {
        await using Trader trader = await StartAsync(new() { ErrorWithoutEffect = 1 });
        for (int i = 0; i < 4; i++)
            Assert.Equal(HttpStatusCode.BadGateway, await StatusAsync(trader, "a"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(trader, "a"));
    }

    [Fact]
    public async Task On_the_order_socket_the_same_faults_cut_it_or_give_codes()
    {
        await using Trader trader = await StartAsync(new() { AnswerLost = 1 });
        using TestSocket cut = await trader.TradeAsync();
        await cut.SendAsync(Create(trader, "a"));
        await Assert.ThrowsAsync<WebSocketException>(() => cut.ReceiveAsync());
        trader.Exchange.Account.Faults = new() { ErrorAfterEffect = 1 };
        using TestSocket trade = await trader.TradeAsync();
        await trade.SendAsync(Create(trader, "b"));
        Assert.Equal(10016, Trader.Code(await trade.ReceiveAsync()));
        Assert.Equal(("New", "New"), (await trader.StatusAsync("a"), await trader.StatusAsync("b")));
    }

    [Fact]
    public async Task A_delayed_answer_comes_after_the_order_has_taken_effect()
    {
        await using Trader trader = await StartAsync(new() { AnswerDelayed = 1, AnswerDelay = TimeSpan.FromSeconds(3) });
        using TestSocket socket = await trader.StreamAsync("execution");
        Task<JsonElement> answer = trader.OrderAsync(1, "a");
        await socket.ReceiveAsync();
        Assert.False(answer.IsCompleted);
        trader.Clock.Advance(TimeSpan.FromSeconds(1));
        while (!answer.IsCompleted)
        {
            trader.Clock.Advance(TimeSpan.FromSeconds(1)); // the delay may be set after the message
            await Task.WhenAny(answer, Task.Delay(20));
        }

        Assert.Equal(0, Trader.Code(await answer));
    }

    [Fact]
    public async Task A_late_fill_leaves_time_in_which_an_order_looks_new()
    {
        await using Trader trader = await StartAsync(new() { LateFill = 1, FillDelay = TimeSpan.FromSeconds(5) });
        await trader.OrderAsync(1, "a");
        trader.Clock.Advance(TimeSpan.FromSeconds(4.9));
        Assert.Equal("New", await trader.StatusAsync("a"));
        trader.Clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal("Filled", await trader.StatusAsync("a"));
    }

    [Fact]
    public async Task A_fill_is_cut_in_two_and_a_resting_one_takes_another_step()
    {
        await using Trader trader = await StartAsync(new() { PartialFill = 1 });
        await trader.OrderAsync(1, "a");
        Assert.Equal(2, trader.Exchange.Account.Executions.Count);
        await trader.OrderAsync(1, "b", 100);
        trader.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("PartiallyFilled", await trader.StatusAsync("b"));
        trader.Exchange.Account.Faults = EmulatorFaults.None;
        trader.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("Filled", await trader.StatusAsync("b"));
        Assert.Equal(2m, trader.Exchange.Account.Executions.Sum(fill => fill.Quantity));
    }

    [Fact]
    public async Task A_cancel_can_come_too_late_lose_its_race_or_be_unknown()
    {
        await using Trader trader = await StartAsync(new());
        foreach (string link in (string[])["a", "b", "c"])
            await trader.OrderAsync(1, link, 90);
        trader.Exchange.Account.Faults = new() { FilledBeforeCancel = 1 };
        Assert.Equal(110001, await CancelAsync(trader, "a"));
        trader.Exchange.Account.Faults = new() { CancelLosesRace = 1 };
        using TestSocket socket = await trader.StreamAsync("order", "execution");
        Assert.Equal(0, await CancelAsync(trader, "b"));
        trader.Exchange.Account.Faults = new() { UnknownOnCancel = 1 };
        Assert.Equal(110001, await CancelAsync(trader, "c"));
        Assert.Equal(["Filled", "Filled", "New"], await Task.WhenAll("abc".Select(link => trader.StatusAsync(link.ToString()))));

        JsonElement filled = await socket.ReceiveAsync(), fill = await socket.ReceiveAsync(), again = await socket.ReceiveAsync();
        Assert.Equal(["order", "execution", "order"], new[] { filled, fill, again }.Select(message => message.GetProperty("topic").GetString()));
        Assert.Equal(("Filled", "EC_NoError"), (Field(filled, "orderStatus"), Field(filled, "rejectReason")));
        Assert.Equal(("Filled", "CancelByUser", "EC_OrigClOrdIDDoesNotExist"), (Field(again, "orderStatus"), Field(again, "cancelType"), Field(again, "rejectReason")));
    }

    [Fact]
    public async Task Cancel_all_can_spare_stops()
    {
        await using Trader trader = await StartAsync(new() { CancelAllSparesStops = true });
        await trader.OrderAsync(1, "a", 90);
        await trader.PostAsync("v5/order/create", new { category = "linear", symbol = Trader.Symbol, side = "Buy", orderType = "Market", qty = "1", triggerPrice = "120", triggerDirection = 1 });
        Assert.Equal("1", (await trader.PostAsync("v5/order/cancel-all", new { category = "linear", symbol = Trader.Symbol })).GetProperty("result").GetProperty("success").GetString());
        Assert.Equal(1, trader.Exchange.Account.OpenOrders);
    }

    [Fact]
    public async Task Stale_queries_show_what_was()
    {
        await using Trader trader = await StartAsync(new());
        await trader.OrderAsync(1, "a", 90);
        trader.Exchange.Account.Faults = new() { StaleQueries = TimeSpan.FromSeconds(2) };
        Assert.Equal("", await trader.StatusAsync("a"));
        trader.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("New", await trader.StatusAsync("a"));
        await CancelAsync(trader, "a");
        Assert.Equal("New", await trader.StatusAsync("a"));
        Assert.Equal(0, trader.Exchange.Account.OpenOrders);
        trader.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("Cancelled", await trader.StatusAsync("a"));
    }

    [Fact]
    public async Task Numbers_can_be_empty_and_fields_missing()
    {
        await using Trader trader = await StartAsync(new() { EmptyNumbers = true, MissingFields = true });
        JsonElement wallet = (await trader.GetAsync("v5/account/wallet-balance", "accountType=UNIFIED")).GetProperty("result").GetProperty("list")[0];
        Assert.Equal(("", ""), (wallet.GetProperty("totalAvailableBalance").GetString(), wallet.GetProperty("coin")[0].GetProperty("walletBalance").GetString()));
        JsonElement position = (await trader.GetAsync("v5/position/list", $"category=linear&symbol={Trader.Symbol}")).GetProperty("result").GetProperty("list")[0];
        Assert.False(position.TryGetProperty("isReduceOnly", out _));
    }

    [Fact]
    public async Task Messages_are_lost_repeated_and_late()
    {
        await using Trader trader = await StartAsync(new() { MessageLost = 1 });
        using TestSocket socket = await trader.StreamAsync("order");
        await trader.OrderAsync(1, "lost", 90);
        await socket.SendAsync("""{"op":"ping"}""");
        Assert.Equal("pong", (await socket.ReceiveAsync()).GetProperty("op").GetString());
        trader.Exchange.Account.Faults = new() { MessageRepeated = 1 };
        await trader.OrderAsync(1, "twice", 90);
        Assert.Equal(["twice", "twice"], [Field(await socket.ReceiveAsync(), "orderLinkId"), Field(await socket.ReceiveAsync(), "orderLinkId")]);
        trader.Exchange.Account.Faults = new() { MessageLate = 1 };
        await trader.OrderAsync(1, "late", 90);
        await trader.OrderAsync(1, "next", 90);
        Assert.Equal(["next", "late"], [Field(await socket.ReceiveAsync(), "orderLinkId"), Field(await socket.ReceiveAsync(), "orderLinkId")]);
        trader.Exchange.Account.Faults = new() { StreamCut = 1 };
        await trader.OrderAsync(1, "cut", 90);
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ReceiveAsync());
    }

    [Fact]
    public async Task A_stalled_stream_answers_pings_and_a_half_open_one_nothing()
    {
        await using Trader trader = await StartAsync(new() { StreamStalled = 1 });
        using TestSocket stalled = await trader.StreamAsync("order");
        int told = 0;
        for (int i = 0; i < 30; i++)
            await trader.OrderAsync(1, $"s-{i}", 90);
        await stalled.SendAsync("""{"req_id":"end","op":"ping"}""");
        while ((await stalled.ReceiveAsync()).TryGetProperty("topic", out _))
            told++;
        Assert.InRange(told, 1, 20);

        trader.Exchange.Account.Faults = new() { StreamHalfOpen = 1 };
        using TestSocket dead = await trader.StreamAsync("order");
        for (int i = 0; i < 30; i++)
            await trader.OrderAsync(1, $"d-{i}", 90);
        await dead.SendAsync("""{"op":"ping"}""");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            while (true)
                Assert.True((await dead.ReceiveAsync(seconds: 1)).TryGetProperty("topic", out _));
        });
    }

    [Fact]
    public async Task A_subscription_is_ignored_or_starts_with_past_executions()
    {
        await using Trader trader = await StartAsync(new() { SubscriptionIgnored = 1 });
        using TestSocket ignored = await trader.StreamAsync("order");
        await trader.OrderAsync(1, "a");
        await ignored.SendAsync("""{"op":"ping"}""");
        Assert.Equal("pong", (await ignored.ReceiveAsync()).GetProperty("op").GetString());
        trader.Exchange.Account.Faults = new() { ExecutionsRepeated = 5 };
        using TestSocket repeated = await trader.ConnectAsync("/v5/private");
        await repeated.SendAsync(trader.Auth("1"));
        await repeated.ReceiveAsync();
        await repeated.SendAsync("""{"op":"subscribe","args":["execution"]}""");
        JsonElement[] both = [await repeated.ReceiveAsync(), await repeated.ReceiveAsync()];
        Assert.Equal(trader.Exchange.Account.Executions[0].Id, Field(both.Single(message => message.TryGetProperty("topic", out _)), "execId"));
    }

    [Fact]
    public async Task Streams_can_be_cut_from_outside()
    {
        await using Trader trader = await StartAsync(new());
        using TestSocket socket = await trader.StreamAsync("order");
        trader.Exchange.Account.CutStreams();
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ReceiveAsync());
        using TestSocket again = await trader.StreamAsync("order");
        await trader.OrderAsync(1, "a", 90);
        Assert.Equal("a", Field(await again.ReceiveAsync(), "orderLinkId"));
    }

    [Fact]
    public async Task An_outage_answers_503_or_cuts_and_orders_go_on()
    {
        await using Trader trader = await StartAsync(new());
        await trader.OrderAsync(1, "a", 95);
        trader.Exchange.Outage = EmulatorOutage.Maintenance;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(trader, "b"));
        await Assert.ThrowsAsync<WebSocketException>(() => trader.ConnectAsync("/v5/private"));
        trader.Exchange.Outage = EmulatorOutage.Unreachable;
        await Assert.ThrowsAsync<HttpRequestException>(() => trader.OrderAsync(1, "b"));
        trader.Clock.Advance(TimeSpan.FromMinutes(5));
        trader.Exchange.Outage = EmulatorOutage.None;
        Assert.Equal(("Filled", ""), (await trader.StatusAsync("a"), await trader.StatusAsync("b")));
    }

    [Fact]
    public async Task Executions_can_be_hidden()
    {
        await using Trader trader = await StartAsync(new() { ExecutionsHidden = true });
        await trader.OrderAsync(1, "a");
        Assert.Equal(0, (await trader.GetAsync("v5/execution/list", "category=linear")).GetProperty("result").GetProperty("list").GetArrayLength());
        Assert.Single(trader.Exchange.Account.Executions);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task The_same_seed_and_requests_give_the_same_outcome(int seed)
    {
        async Task<string> OutcomeAsync()
        {
            await using Trader trader = await StartAsync(EmulatorFaults.Named("chaos", seed) with { AnswerDelayed = 0 });
            List<string> seen = [];
            for (int i = 0; i < 60; i++)
            {
                try
                {
                    JsonElement reply = await trader.OrderAsync(i % 3 == 0 ? -1 : 1, $"x-{i}", i % 2 == 0 ? 99 : null);
                    seen.Add(Trader.Code(reply).ToString(System.Globalization.CultureInfo.InvariantCulture));
                    if (i % 4 == 0)
                        seen.Add((await CancelAsync(trader, $"x-{i}")).ToString(System.Globalization.CultureInfo.InvariantCulture));
                }
                catch (HttpRequestException cut)
                {
                    seen.Add(cut.StatusCode?.ToString() ?? "cut");
                }

                trader.Clock.Advance(TimeSpan.FromSeconds(3));
            }

            seen.AddRange(trader.Exchange.Account.Executions.Select(fill => fill.ToString()));
            seen.Add(trader.Exchange.Account.Balance("USDT").ToString(System.Globalization.CultureInfo.InvariantCulture));
            return string.Join('\n', seen);
        }

        string first = await OutcomeAsync();
        Assert.Equal(first, await OutcomeAsync());
        Assert.Contains("Trade", first, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_that_is_named_exists_and_its_range_is_checked()
    {
        Assert.All(EmulatorFaults.Names, name => EmulatorFaults.Named(name, 3).Check());
        Assert.Contains("accepted are none, answers", Assert.Throws<ArgumentException>(() => EmulatorFaults.Named("worst", 1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new EmulatorFaults { AnswerLost = 1.1 }.Check());
        Assert.Throws<ArgumentException>(() => new EmulatorFaults { ExecutionsRepeated = -1 }.Check());
        Assert.Throws<ArgumentOutOfRangeException>(() => new EmulatorAccount { Leverage = 0.5m }.Check());
        Assert.Throws<ArgumentException>(() => new EmulatorAccount { Permissions = ["Withdraw"] }.Check());
        Assert.Throws<ArgumentOutOfRangeException>(() => new EmulatorMatching { Depth = 0 }.Check());
    }

    private static Task<Trader> StartAsync(EmulatorFaults faults) => Trader.StartAsync(options => options with { OrderFaults = faults });

    private static async Task<HttpStatusCode> StatusAsync(Trader trader, string link) =>
        (await trader.SendAsync(HttpMethod.Post, "v5/order/create", JsonSerializer.Serialize(Trader.Order(1, link)))).StatusCode;

    private static async Task<int> CancelAsync(Trader trader, string link) =>
        Trader.Code(await trader.PostAsync("v5/order/cancel", new { category = "linear", symbol = Trader.Symbol, orderLinkId = link }));

    private static string Create(Trader trader, string link) =>
        $$"""{"op":"order.create","header":{"X-BAPI-TIMESTAMP":"{{trader.Now}}"},"args":[{{JsonSerializer.Serialize(Trader.Order(1, link, 90))}}]}""";

    private static string Field(JsonElement message, string field) => message.GetProperty("data")[0].GetProperty(field).GetString()!;
}
