using System.Globalization;
using System.Net;
using System.Text.Json;

namespace TradeBot.Exchanges.Emulator.Tests.Private;

/// <summary>The signed endpoints as any client sees them.</summary>
public class RestTests
{
    [Fact]
    public async Task An_order_is_placed_filled_and_found_everywhere()
    {
        await using Trader trader = await Trader.StartAsync();
        JsonElement ack = (await trader.OrderAsync(2, "a-1")).GetProperty("result");
        Assert.Equal("a-1", ack.GetProperty("orderLinkId").GetString());
        string id = ack.GetProperty("orderId").GetString()!;

        JsonElement order = (await trader.GetAsync("v5/order/realtime", $"category=linear&orderId={id}")).GetProperty("result").GetProperty("list")[0];
        Assert.Equal(("Filled", "2", "101"), (Text(order, "orderStatus"), Text(order, "cumExecQty"), Text(order, "avgPrice"))); // the tick is 1
        JsonElement fill = (await trader.GetAsync("v5/execution/list", $"category=linear&symbol={Trader.Symbol}")).GetProperty("result").GetProperty("list")[0];
        Assert.Equal((id, "101", "0.1111"), (Text(fill, "orderId"), Text(fill, "execPrice"), Text(fill, "execFee"))); // 2 · 101 · 0.00055
        JsonElement position = (await trader.GetAsync("v5/position/list", $"category=linear&symbol={Trader.Symbol}")).GetProperty("result").GetProperty("list")[0];
        Assert.Equal(("Buy", "2", "101", 0), (Text(position, "side"), Text(position, "size"), Text(position, "avgPrice"), position.GetProperty("positionIdx").GetInt32()));
        Assert.Equal(fill.GetProperty("seq").GetInt64(), position.GetProperty("seq").GetInt64());
        JsonElement wallet = (await trader.GetAsync("v5/account/wallet-balance", "accountType=UNIFIED")).GetProperty("result").GetProperty("list")[0];
        Assert.Equal("99999.8889", Text(wallet.GetProperty("coin")[0], "walletBalance"));
        Assert.Equal("99997.8889", Text(wallet, "totalEquity")); // 2 · (100 − 101) unrealised
        JsonElement log = (await trader.GetAsync("v5/account/transaction-log", "currency=USDT")).GetProperty("result").GetProperty("list")[0];
        Assert.Equal(("TRADE", "-0.1111", "99999.8889"), (Text(log, "type"), Text(log, "change"), Text(log, "cashBalance")));
        Assert.Equal(99_999.8889m, trader.Exchange.Account.Balance("USDT"));
        Assert.Equal(2m, Assert.Single(trader.Exchange.Account.Positions).Size);

        await trader.OrderAsync(-2, "a-2");
        JsonElement closed = (await trader.GetAsync("v5/position/closed-pnl", "category=linear")).GetProperty("result").GetProperty("list")[0];
        Assert.Equal(("2", "101", "100", "-2.11"), (Text(closed, "closedSize"), Text(closed, "avgEntryPrice"), Text(closed, "avgExitPrice"), Text(closed, "closedPnl")));
        JsonElement flat = (await trader.GetAsync("v5/position/list", $"category=linear&symbol={Trader.Symbol}")).GetProperty("result").GetProperty("list")[0];
        Assert.Equal(("", "0"), (Text(flat, "side"), Text(flat, "size")));
        Assert.Equal(0, (await trader.GetAsync("v5/position/list", "category=linear&settleCoin=USDT")).GetProperty("result").GetProperty("list").GetArrayLength());
    }

    [Fact]
    public async Task An_order_rests_is_amended_fills_as_time_passes_and_what_is_gone_is_gone()
    {
        await using Trader trader = await Trader.StartAsync();
        await trader.OrderAsync(1, "a", 99);
        await trader.OrderAsync(1, "b", 98);
        Assert.Equal(0, Trader.Code(await trader.PostAsync("v5/order/amend", new { category = "linear", symbol = Trader.Symbol, orderLinkId = "a", qty = "3", price = "95" })));
        Assert.Equal(0, Trader.Code(await trader.PostAsync("v5/order/cancel", new { category = "linear", symbol = Trader.Symbol, orderLinkId = "b" })));
        Assert.Equal(110001, Trader.Code(await trader.PostAsync("v5/order/cancel", new { category = "linear", symbol = Trader.Symbol, orderLinkId = "b" })));
        Assert.Equal(("New", "Cancelled"), (await trader.StatusAsync("a"), await trader.StatusAsync("b")));
        trader.Clock.Advance(TimeSpan.FromSeconds(290)); // the fall to 90 has passed 95
        Assert.Equal("Filled", await trader.StatusAsync("a"));
        Assert.Equal(3m, trader.Exchange.Account.Positions[0].Size);
        Assert.Equal(("95", "0.057"), (trader.Exchange.Account.Executions[^1].Price.ToString(CultureInfo.InvariantCulture), trader.Exchange.Account.Executions[^1].Fee.ToString("0.###", CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Key_time_signature_right_verb_and_rule_are_checked_in_this_order()
    {
        await using Trader trader = await Trader.StartAsync(options => options with { Account = options.Account with { Permissions = ["Spot.SpotTrade", "Wallet.Withdraw"] } });
        async Task<int> CodeAsync(string header, string value) => Trader.Code(JsonDocument.Parse(await (await trader.SendAsync(HttpMethod.Get, "v5/account/info", "", headers =>
        {
            headers.Remove(header);
            headers.Add(header, value);
        })).Content.ReadAsStringAsync()).RootElement);
        Assert.Equal(10003, await CodeAsync("X-BAPI-API-KEY", "another"));
        Assert.Equal(10002, await CodeAsync("X-BAPI-TIMESTAMP", (trader.Now + 1000).ToString(CultureInfo.InvariantCulture)));
        Assert.Equal(10002, await CodeAsync("X-BAPI-TIMESTAMP", (trader.Now - 5001).ToString(CultureInfo.InvariantCulture)));
        Assert.Equal(10004, await CodeAsync("X-BAPI-TIMESTAMP", (trader.Now + 999).ToString(CultureInfo.InvariantCulture)));
        Assert.Equal(10004, await CodeAsync("X-BAPI-SIGN", "00"));
        Assert.Equal(10005, Trader.Code(await trader.OrderAsync(1, "x")));
        Assert.Equal(HttpStatusCode.BadRequest, (await trader.SendAsync(HttpMethod.Get, "v5/order/create", "")).StatusCode);
        JsonElement key = (await trader.GetAsync("v5/user/query-api")).GetProperty("result");
        Assert.Equal("Withdraw", key.GetProperty("permissions").GetProperty("Wallet")[0].GetString());

        await using Trader expired = await Trader.StartAsync(options => options with { Account = options.Account with { KeyExpiresAt = new DateTime(2026, 1, 1, 0, 1, 0, DateTimeKind.Utc) } });
        Assert.Equal(33004, Trader.Code(await expired.GetAsync("v5/account/info")));
        await using Trader elsewhere = await Trader.StartAsync(options => options with { Account = options.Account with { Addresses = ["10.1.2.3"] } });
        Assert.Equal(10010, Trader.Code(await elsewhere.GetAsync("v5/account/info")));
        await using Trader reading = await Trader.StartAsync(options => options with { Account = options.Account with { IsReadOnly = true } });
        Assert.Equal(10005, Trader.Code(await reading.OrderAsync(1, "x")));
    }

    [Theory]
    [InlineData("""{"category":"linear","symbol":"NOSUCH","side":"Buy","orderType":"Market","qty":"1"}""", 10001)]
    [InlineData("""{"category":"spot","symbol":"NOSUCH","side":"Buy","orderType":"Market","qty":"1"}""", 170121)]
    [InlineData("""{"category":"option","symbol":"SYNUSDT","side":"Buy","orderType":"Market","qty":"1"}""", 10001)]
    [InlineData("""{"category":"linear","symbol":"SYNUSDT","side":"buy","orderType":"Market","qty":"1"}""", 10001)]
    [InlineData("""{"category":"linear","symbol":"SYNUSDT","side":"Buy","orderType":"Market","qty":1}""", 10001)]
    [InlineData("""{"category":"linear","symbol":"SYNUSDT","side":"Buy","orderType":"Market","qty":"1e1"}""", 10001)]
    [InlineData("""{"category":"linear","symbol":"SYNUSDT","side":"Buy","orderType":"Limit","qty":"1"}""", 10001)]
    [InlineData("""{"category":"linear","symbol":"SYNUSDT","side":"Buy","orderType":"Limit","qty":"1","price":"99","timeInForce":"RPI"}""", 110119)]
    [InlineData("""{"category":"linear","symbol":"SYNUSDT","side":"Buy","orderType":"Market","qty":"1","positionIdx":1}""", 10001)]
    [InlineData("""{"category":"linear","symbol":"SYNUSDT","side":"Buy","orderType":"Market","qty":"1","triggerPrice":"105"}""", 10001)]
    [InlineData("""{"category":"linear","symbol":"SYNUSDT","side":"Buy","orderType":"Market","qty":"1","reduceOnly":true}""", 110017)]
    [InlineData("""{"category":"linear","symbol":"SYNUSDT","side":"Buy","orderType":"Market","qty":"1","stopLoss":"105"}""", 10001)]
    [InlineData("""{"category":"spot","symbol":"SYNUSDT","side":"Sell","orderType":"Market","qty":"1"}""", 170131)]
    [InlineData("""{"category":"spot","symbol":"SYNUSDT","side":"Buy","orderType":"Limit","qty":"0.0001","price":"99"}""", 170137)]
    [InlineData("""{"category":"spot","symbol":"SYNUSDT","side":"Buy","orderType":"Limit","qty":"1","price":"99.5"}""", 170134)]
    [InlineData("""{"category":"spot","symbol":"SYNUSDT","side":"Buy","orderType":"Limit","qty":"0.001","price":"99"}""", 170140)]
    [InlineData("""[1]""", 10001)]
    [InlineData("""no json""", 10001)]
    public async Task A_wrong_order_has_its_code(string body, int code)
    {
        await using Trader trader = await Trader.StartAsync();
        JsonElement reply = await trader.PostTextAsync("v5/order/create", body);
        Assert.Equal(code, Trader.Code(reply));
        Assert.NotEmpty(reply.GetProperty("retMsg").GetString()!);
        Assert.Equal(0, trader.Exchange.Account.OpenOrders);
    }

    [Fact]
    public async Task A_batch_answers_in_two_arrays_and_those_beyond_the_allowance_fail()
    {
        await using Trader trader = await Trader.StartAsync(options => options with { Limits = EmulatorLimits.None with { PerUser = true } });
        object[] request = [.. Enumerable.Range(0, 12).Select(i => Trader.Order(i == 1 ? 0.0001m : 1, $"b-{i}", 99))];
        JsonElement reply = await trader.PostAsync("v5/order/create-batch", new { category = "linear", request });
        JsonElement rows = reply.GetProperty("result").GetProperty("list"), outcomes = reply.GetProperty("retExtInfo").GetProperty("list");
        Assert.Equal([0, 110017, 0, 0, 0, 0, 0, 0, 0, 0, 10006, 10006], outcomes.EnumerateArray().Select(row => row.GetProperty("code").GetInt32()));
        Assert.Equal(outcomes.EnumerateArray().Select(row => row.GetProperty("code").GetInt32() == 0), rows.EnumerateArray().Select(row => Text(row, "orderId").Length > 0));
        Assert.Equal(Enumerable.Range(0, 12).Select(i => $"b-{i}"), rows.EnumerateArray().Select(row => Text(row, "orderLinkId")));
        Assert.Equal(9, trader.Exchange.Account.OpenOrders);
        Assert.Equal(10006, Trader.Code(await trader.PostAsync("v5/order/create-batch", new { category = "linear", request = request.Take(1) })));
        trader.Clock.Advance(TimeSpan.FromSeconds(1));
        HttpResponseMessage response = await trader.SendAsync(HttpMethod.Post, "v5/order/create", JsonSerializer.Serialize(Trader.Order(1, "one", 99)));
        Assert.Equal(("10", "9"), (response.Headers.GetValues("X-Bapi-Limit").Single(), response.Headers.GetValues("X-Bapi-Limit-Status").Single()));
        Assert.Equal(10001, Trader.Code(await trader.PostAsync("v5/order/cancel-batch", new { category = "linear", request = Enumerable.Range(0, 21).Select(i => new { symbol = Trader.Symbol, orderLinkId = $"b-{i}" }) })));
        reply = await trader.PostAsync("v5/order/cancel-batch", new { category = "linear", request = new[] { new { symbol = Trader.Symbol, orderLinkId = "b-0" }, new { symbol = Trader.Symbol, orderLinkId = "b-1" } } });
        Assert.Equal([0, 110001], reply.GetProperty("retExtInfo").GetProperty("list").EnumerateArray().Select(row => row.GetProperty("code").GetInt32()));
    }

    [Fact]
    public async Task Cancel_all_takes_what_its_filter_says()
    {
        await using Trader trader = await Trader.StartAsync();
        async Task PlaceAsync()
        {
            await trader.OrderAsync(1, $"o-{trader.Now}", 90);
            await trader.PostAsync("v5/order/create", new { category = "linear", symbol = Trader.Symbol, side = "Buy", orderType = "Market", qty = "1", triggerPrice = "120", triggerDirection = 1 });
            trader.Clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        async Task<int> CancelledAsync(object scope) => (await trader.PostAsync("v5/order/cancel-all", scope)).GetProperty("result").GetProperty("list").GetArrayLength();
        await trader.PostAsync("v5/order/create", new { category = "linear", symbol = Trader.Symbol, side = "Buy", orderType = "Market", qty = "1", stopLoss = "80", takeProfit = "130" });
        await PlaceAsync();
        Assert.Equal(10001, Trader.Code(await trader.PostAsync("v5/order/cancel-all", new { category = "linear" })));
        Assert.Equal(1, await CancelledAsync(new { category = "linear", symbol = Trader.Symbol, orderFilter = "StopOrder", stopOrderType = "Stop" }));
        Assert.Equal(1, await CancelledAsync(new { category = "linear", settleCoin = "USDT", orderFilter = "Order" }));
        Assert.Equal(2, trader.Exchange.Account.OpenOrders);
        Assert.Equal(2, await CancelledAsync(new { category = "linear", baseCoin = "SYN" }));
        Assert.Equal((0, 0m), (trader.Exchange.Account.OpenOrders, trader.Exchange.Account.Positions[0].StopLoss));
    }

    [Fact]
    public async Task Pages_follow_a_cursor_that_new_rows_do_not_shift()
    {
        await using Trader trader = await Trader.StartAsync();
        for (int i = 0; i < 5; i++)
            await trader.OrderAsync(1, $"p-{i}");
        JsonElement first = (await trader.GetAsync("v5/execution/list", "category=linear&limit=2")).GetProperty("result");
        await trader.OrderAsync(1, "p-5");
        JsonElement second = (await trader.GetAsync("v5/execution/list", $"category=linear&limit=2&cursor={Text(first, "nextPageCursor")}")).GetProperty("result");
        string[] links = [.. first.GetProperty("list").EnumerateArray().Concat(second.GetProperty("list").EnumerateArray()).Select(row => Text(row, "orderLinkId"))];
        Assert.Equal(["p-4", "p-3", "p-2", "p-1"], links);
        Assert.Equal(10001, Trader.Code(await trader.GetAsync("v5/execution/list", "category=linear&cursor=x")));
        Assert.Equal(10001, Trader.Code(await trader.GetAsync("v5/execution/list", $"category=linear&startTime=0&endTime={8L * 86_400_000}")));
        Assert.Equal(10001, Trader.Code(await trader.GetAsync("v5/order/realtime", "category=linear")));
    }

    [Fact]
    public async Task Settings_say_when_they_are_already_so()
    {
        await using Trader trader = await Trader.StartAsync();
        object leverage = new { category = "linear", symbol = Trader.Symbol, buyLeverage = "5", sellLeverage = "5" };
        Assert.Equal(0, Trader.Code(await trader.PostAsync("v5/position/set-leverage", leverage)));
        Assert.Equal(110043, Trader.Code(await trader.PostAsync("v5/position/set-leverage", leverage)));
        Assert.Equal(110025, Trader.Code(await trader.PostAsync("v5/position/switch-mode", new { category = "linear", symbol = Trader.Symbol, mode = 0 })));
        Assert.Equal(0, Trader.Code(await trader.PostAsync("v5/position/switch-mode", new { category = "linear", coin = "USDT", mode = 3 })));
        JsonElement rows = (await trader.GetAsync("v5/position/list", $"category=linear&symbol={Trader.Symbol}")).GetProperty("result").GetProperty("list");
        Assert.Equal([1, 2], rows.EnumerateArray().Select(row => row.GetProperty("positionIdx").GetInt32()));
        trader.Exchange.Account.Faults = EmulatorFaults.None with { PositionRowsReversed = true };
        rows = (await trader.GetAsync("v5/position/list", $"category=linear&symbol={Trader.Symbol}")).GetProperty("result").GetProperty("list");
        Assert.Equal([2, 1], rows.EnumerateArray().Select(row => row.GetProperty("positionIdx").GetInt32()));
        Assert.Equal(110026, Trader.Code(await trader.PostAsync("v5/account/set-margin-mode", new { setMarginMode = "REGULAR_MARGIN" })));
        await trader.PostAsync("v5/order/create", new { category = "linear", symbol = Trader.Symbol, side = "Buy", orderType = "Market", qty = "1", positionIdx = 1 });
        JsonElement refused = await trader.PostAsync("v5/account/set-margin-mode", new { setMarginMode = "ISOLATED_MARGIN" });
        Assert.Equal(3400045, Trader.Code(refused));
        Assert.Equal(1, refused.GetProperty("result").GetProperty("reasons").GetArrayLength());
        object stop = new { category = "linear", symbol = Trader.Symbol, tpslMode = "Full", positionIdx = 1, stopLoss = "80" };
        Assert.Equal(0, Trader.Code(await trader.PostAsync("v5/position/trading-stop", stop)));
        Assert.Equal(34040, Trader.Code(await trader.PostAsync("v5/position/trading-stop", stop)));
        Assert.Equal(80m, trader.Exchange.Account.Positions[0].StopLoss);
    }

    [Fact]
    public async Task Demo_money_is_given_in_demo_once_a_minute_and_order_entry_by_socket_is_not()
    {
        await using Trader trader = await Trader.StartAsync(options => options with { Account = options.Account with { IsDemo = true } });
        object money = new { adjustType = 0, utaDemoApplyMoney = new[] { new { coin = "USDT", amountStr = "5000" } } };
        Assert.Equal(0, Trader.Code(await trader.PostAsync("v5/account/demo-apply-money", money)));
        Assert.Equal(105_000m, trader.Exchange.Account.Balance("USDT"));
        Assert.Equal(10006, Trader.Code(await trader.PostAsync("v5/account/demo-apply-money", money)));
        Assert.Equal(10017, Trader.Code(await trader.GetAsync("v5/account/fee-rate", "category=linear")));
        await Assert.ThrowsAsync<System.Net.WebSockets.WebSocketException>(() => trader.ConnectAsync("/v5/trade"));
        await using Trader real = await Trader.StartAsync();
        Assert.Equal(10017, Trader.Code(await real.PostAsync("v5/account/demo-apply-money", money)));
        Assert.Equal("0.00055", Text((await real.GetAsync("v5/account/fee-rate", $"category=linear&symbol={Trader.Symbol}")).GetProperty("result").GetProperty("list")[0], "takerFeeRate"));
    }

    [Fact]
    public async Task What_a_person_and_the_exchange_do_shows_as_theirs()
    {
        await using Trader trader = await Trader.StartAsync();
        await trader.OrderAsync(4, "mine");
        trader.Exchange.Account.Deleverage(Trader.Symbol, 0.25m);
        trader.Exchange.Account.CloseByHand(Trader.Symbol);
        Assert.Equal([("Trade", "mine", 4m), ("AdlTrade", "", 1m), ("Trade", "", 3m)], trader.Exchange.Account.Executions.Select(fill => (fill.Type, fill.OrderLinkId, fill.Quantity)));
        JsonElement last = (await trader.GetAsync("v5/execution/list", "category=linear")).GetProperty("result").GetProperty("list")[0];
        Assert.Equal("CreateByClosing", Text(last, "createType"));
        trader.Exchange.Account.Transfer("USDT", -50_000);
        Assert.Equal("TRANSFER_OUT", Text((await trader.GetAsync("v5/account/transaction-log")).GetProperty("result").GetProperty("list")[0], "type"));
        Assert.Throws<ArgumentOutOfRangeException>(() => trader.Exchange.Account.Transfer("USDT", -60_000));
        Assert.Throws<ArgumentException>(() => trader.Exchange.Account.CloseByHand(Trader.Symbol));
    }

    [Fact]
    public async Task A_pre_check_tells_the_margin_and_places_nothing()
    {
        await using Trader trader = await Trader.StartAsync();
        JsonElement result = (await trader.PostAsync("v5/order/pre-check", Trader.Order(100, "p", 99))).GetProperty("result");
        // 9900 / 10 and the fees to open and close, of 100,000: 9900 · (0.1 + 0.00055 + 0.9 · 0.00055) = 1000.3…
        Assert.Equal((0, 100), (result.GetProperty("preImrE4").GetInt32(), result.GetProperty("postImrE4").GetInt32()));
        Assert.Equal(110007, Trader.Code(await trader.PostAsync("v5/order/pre-check", Trader.Order(20_000, "p", 99))));
        Assert.Equal(0, trader.Exchange.Account.OpenOrders);
    }

    private static string Text(JsonElement row, string field) => row.GetProperty(field).GetString()!;
}
