using System.Text.Json;

namespace TradeBot.Exchanges.Emulator.Tests.Private;

/// <summary>Private streams and order entry by socket.</summary>
public class StreamTests
{
    [Fact]
    public async Task A_fill_is_told_as_order_execution_position_and_wallet()
    {
        await using Trader trader = await Trader.StartAsync();
        using TestSocket socket = await trader.StreamAsync("order", "execution", "position", "wallet");
        await trader.OrderAsync(2, "a");
        JsonElement order = await socket.ReceiveAsync(), fill = await socket.ReceiveAsync(), position = await socket.ReceiveAsync(), wallet = await socket.ReceiveAsync();
        Assert.Equal(["order", "execution", "position", "wallet"], new[] { order, fill, position, wallet }.Select(message => message.GetProperty("topic").GetString()));
        Assert.Equal(("Filled", "linear"), (Text(order, "orderStatus"), Text(order, "category")));
        Assert.Equal(("a", "USDT"), (Text(fill, "orderLinkId"), Text(fill, "feeCurrency")));
        Assert.Equal("101", Text(position, "entryPrice")); // avgPrice in pages
        Assert.Equal(fill.GetProperty("data")[0].GetProperty("seq").GetInt64(), position.GetProperty("data")[0].GetProperty("seq").GetInt64());
        Assert.Equal("UNIFIED", Text(wallet, "accountType"));
        Assert.Equal(trader.Now, order.GetProperty("creationTime").GetInt64());
    }

    [Fact]
    public async Task A_category_is_told_alone_and_fast_executions_have_no_fee()
    {
        await using Trader trader = await Trader.StartAsync();
        using TestSocket socket = await trader.StreamAsync("order.linear", "execution.fast.linear");
        await trader.PostAsync("v5/order/create", new { category = "spot", symbol = Trader.Symbol, side = "Buy", orderType = "Market", qty = "100" });
        await trader.OrderAsync(2, "a");
        Assert.Equal("order.linear", (await socket.ReceiveAsync()).GetProperty("topic").GetString());
        JsonElement fast = (await socket.ReceiveAsync()).GetProperty("data")[0];
        Assert.Equal("a", fast.GetProperty("orderLinkId").GetString());
        Assert.False(fast.TryGetProperty("execFee", out _));
    }

    [Fact]
    public async Task Who_is_not_known_and_what_does_not_go_together_is_refused()
    {
        await using Trader trader = await Trader.StartAsync();
        using TestSocket socket = await trader.ConnectAsync("/v5/private");
        await AskAsync("""{"op":"subscribe","args":["order"]}""", isSuccess: false);
        await AskAsync("""{"op":"auth","args":["key-of-a-test",1,"00"]}""", isSuccess: false);
        await AskAsync($$"""{"op":"auth","args":["key-of-a-test",{{trader.Now + 1000}},"00"]}""", isSuccess: false);
        await AskAsync(trader.Auth("7"), isSuccess: true);
        await AskAsync("""{"op":"subscribe","args":["order","position.linear"]}""", isSuccess: false);
        await AskAsync("""{"op":"subscribe","args":["kline.1.SYNUSDT"]}""", isSuccess: false);
        await AskAsync("""{"op":"subscribe","args":["order","wallet"]}""", isSuccess: true);

        async Task AskAsync(string text, bool isSuccess)
        {
            await socket.SendAsync(text);
            Assert.Equal(isSuccess, (await socket.ReceiveAsync()).GetProperty("success").GetBoolean());
        }
    }

    [Theory]
    [InlineData("\"text\"")]
    [InlineData("7")]
    public async Task The_id_of_a_request_comes_back_as_it_was_sent_on_both_sockets(string id)
    {
        await using Trader trader = await Trader.StartAsync();
        using TestSocket stream = await trader.StreamAsync(), trade = await trader.TradeAsync();
        await stream.SendAsync($$"""{"req_id":{{id}},"op":"ping"}""");
        JsonElement pong = await stream.ReceiveAsync();
        Assert.Equal(("pong", id), (pong.GetProperty("op").GetString(), pong.GetProperty("req_id").GetRawText()));
        await stream.SendAsync($$"""{"req_id":{{id}},"op":"subscribe","args":["order"]}""");
        Assert.Equal(id, (await stream.ReceiveAsync()).GetProperty("req_id").GetRawText());

        await trade.SendAsync(Create(trader, id, "by-socket", 99));
        JsonElement reply = await trade.ReceiveAsync();
        Assert.Equal((id, 0, "order.create"), (reply.GetProperty("reqId").GetRawText(), Trader.Code(reply), reply.GetProperty("op").GetString()));
        Assert.Equal("by-socket", reply.GetProperty("data").GetProperty("orderLinkId").GetString());
        Assert.Equal("New", Text(await stream.ReceiveAsync(), "orderStatus"));
        await trade.SendAsync(Create(trader, id, "again", 99));
        Assert.Equal(20006, Trader.Code(await trade.ReceiveAsync()));
        using TestSocket another = await trader.TradeAsync();
        await another.SendAsync(Create(trader, id, "another", 99));
        Assert.Equal(0, Trader.Code(await another.ReceiveAsync()));
    }

    [Fact]
    public async Task Orders_are_created_amended_and_cancelled_by_socket_also_in_batches()
    {
        await using Trader trader = await Trader.StartAsync(options => options with { Limits = EmulatorLimits.None with { PerUser = true } });
        using TestSocket trade = await trader.TradeAsync();
        JsonElement reply = await AskAsync("order.create", Trader.Order(1, "a", 99));
        Assert.Equal(("10", "9"), (reply.GetProperty("header").GetProperty("X-Bapi-Limit").GetString(), reply.GetProperty("header").GetProperty("X-Bapi-Limit-Status").GetString()));
        Assert.Equal(0, Trader.Code(await AskAsync("order.amend", new { category = "linear", symbol = Trader.Symbol, orderLinkId = "a", price = "98" })));
        Assert.Equal(0, Trader.Code(await AskAsync("order.cancel", new { category = "linear", symbol = Trader.Symbol, orderLinkId = "a" })));
        Assert.Equal(110001, Trader.Code(await AskAsync("order.cancel", new { category = "linear", symbol = Trader.Symbol, orderLinkId = "a" })));
        reply = await AskAsync("order.create-batch", new { category = "linear", request = new[] { Trader.Order(1, "b", 99), Trader.Order(0.0001m, "c", 99) } });
        Assert.Equal([0, 110017], reply.GetProperty("retExtInfo").GetProperty("list").EnumerateArray().Select(row => row.GetProperty("code").GetInt32()));
        Assert.Equal(10404, Trader.Code(await AskAsync("order.nothing", new { })));
        await trade.SendAsync($$"""{"op":"order.create","header":{"X-BAPI-TIMESTAMP":"1"},"args":[{}]}""");
        Assert.Equal(10002, Trader.Code(await trade.ReceiveAsync()));
        await trade.SendAsync(trader.Auth("1"));
        Assert.Equal(20001, Trader.Code(await trade.ReceiveAsync()));
        await trade.SendAsync("""{"op":"ping"}""");
        Assert.Equal("pong", (await trade.ReceiveAsync()).GetProperty("op").GetString());
        using TestSocket stranger = await trader.ConnectAsync("/v5/trade");
        await stranger.SendAsync(Create(trader, "9", "z", 99));
        Assert.Equal(10003, Trader.Code(await stranger.ReceiveAsync()));

        async Task<JsonElement> AskAsync(string operation, object argument)
        {
            await trade.SendAsync($$"""{"op":"{{operation}}","header":{"X-BAPI-TIMESTAMP":"{{trader.Now}}"},"args":[{{JsonSerializer.Serialize(argument)}}]}""");
            return await trade.ReceiveAsync();
        }
    }

    [Fact]
    public async Task Orders_are_cancelled_when_every_guarding_connection_is_silent_for_the_window()
    {
        await using Trader trader = await Trader.StartAsync(options => options with { Account = options.Account with { HasDisconnectProtection = true } });
        using TestSocket first = await trader.StreamAsync("dcp.future"), second = await trader.StreamAsync("dcp.future");
        Assert.Equal(0, Trader.Code(await trader.PostAsync("v5/order/disconnected-cancel-all", new { product = "DERIVATIVES", timeWindow = 10 })));
        await trader.OrderAsync(1, "a", 90);
        trader.Clock.Advance(TimeSpan.FromSeconds(8));
        await first.SendAsync("""{"op":"ping"}""");
        await first.ReceiveAsync();
        trader.Clock.Advance(TimeSpan.FromSeconds(8));
        Assert.Equal("New", await trader.StatusAsync("a"));
        trader.Clock.Advance(TimeSpan.FromSeconds(3));
        JsonElement order = (await trader.GetAsync("v5/order/realtime", "category=linear&orderLinkId=a")).GetProperty("result").GetProperty("list")[0];
        Assert.Equal("CancelByDCP", order.GetProperty("cancelType").GetString());
        await using Trader retail = await Trader.StartAsync();
        Assert.Equal(10005, Trader.Code(await retail.PostAsync("v5/order/disconnected-cancel-all", new { timeWindow = 10 })));
    }

    private static string Create(Trader trader, string id, string link, decimal price) =>
        $$"""{"reqId":{{id}},"op":"order.create","header":{"X-BAPI-TIMESTAMP":"{{trader.Now}}"},"args":[{{JsonSerializer.Serialize(Trader.Order(1, link, price))}}]}""";

    private static string Text(JsonElement message, string field) => message.GetProperty("data")[0].GetProperty(field).GetString()!;
}
