using TradeBot.MarketData;

namespace TradeBot.Exchanges.Tests.Streams;

/// <summary>Messages whose fields have another form than usual: what nobody reads ends no stream, and what is needed is named.</summary>
public sealed class OtherFormTests : IAsyncLifetime, IDisposable
{
    private readonly List<BybitNoticeEventArgs> _notices = [];
    private ScriptedExchange? _scripted;
    private BybitExchange? _exchange;

    public Task InitializeAsync() => Task.CompletedTask;

    public void Dispose() => _exchange?.Dispose();

    public async Task DisposeAsync()
    {
        Dispose();
        if (_scripted is not null)
            await _scripted.DisposeAsync();
    }

    [Theory]
    [InlineData("\"2023-09-29T08:00:00Z\"")]
    [InlineData("\"2023-09-29T08:00:00.000+00:00\"")]
    [InlineData("\"1695974400000\"")]
    [InlineData("1695974400000")]
    [InlineData("\"\"")]
    [InlineData("null")]
    [InlineData("\"soon\"")]
    [InlineData("{\"at\":[1,2]}")]
    [InlineData("[true]")]
    public async Task The_delivery_time_of_a_dated_future_may_have_any_form(string deliveryTime)
    {
        IReadOnlyList<BybitTicker> tickers = await TickersAsync(1, $$"""{"symbol":"BTC-29SEP23","lastPrice":"26500.5","deliveryTime":{{deliveryTime}},"bid1Price":"26500"}""");
        Assert.Equal((26500.5m, 26500m), (tickers[0].LastPrice, tickers[0].BidPrice));
        Assert.Empty(_notices);
        Assert.Equal((0, 1), (_exchange!.MessagesSkipped, _scripted!.Connections));
    }

    [Theory]
    [InlineData("\"predictedDeliveryPrice\":true,\"basis\":{},\"tickDirection\":[1],\"openInterestValue\":\"a lot\"")]
    [InlineData("\"tickDirection\":5,\"prevPrice1h\":[],\"delta\":\"x\"")]
    public async Task Fields_that_nobody_reads_may_have_any_form(string fields)
    {
        IReadOnlyList<BybitTicker> tickers = await TickersAsync(1, $$"""{"symbol":"X",{{fields}},"lastPrice":101}""");
        Assert.Equal(101m, tickers[0].LastPrice);
        Assert.Empty(_notices);
    }

    [Theory]
    [InlineData("\"lastPrice\":\"abc\"", "lastPrice", "\"abc\"")]
    [InlineData("\"lastPrice\":{}", "lastPrice", "{}")]
    [InlineData("\"fundingRate\":false", "fundingRate", "false")]
    [InlineData("\"nextFundingTime\":\"noon\"", "nextFundingTime", "\"noon\"")]
    public async Task A_needed_field_is_named_and_the_subscription_goes_on(string broken, string field, string value)
    {
        // The bid that came with what could not be read counts; what could not be read is not what it was before.
        IReadOnlyList<BybitTicker> tickers = await TickersAsync(
            2,
            """{"symbol":"X","lastPrice":"100","bid1Price":"99","fundingRate":"0.0001","nextFundingTime":"1704067200000"}""",
            $$"""{"symbol":"X","bid1Price":"98",{{broken}} }""",
            """{"symbol":"X","ask1Price":"103"}""");
        Assert.Equal((98m, 103m), (tickers[1].BidPrice, tickers[1].AskPrice));
        object? unknown = field switch
        {
            "lastPrice" => tickers[1].LastPrice,
            "fundingRate" => tickers[1].FundingRate,
            _ => tickers[1].NextFundingTime,
        };
        Assert.Null(unknown);

        BybitNoticeEventArgs notice = Assert.Single(_notices);
        Assert.Equal((BybitNoticeKind.MessageSkipped, "tickers.X", field), (notice.Kind, notice.Topic, notice.Field));
        Assert.StartsWith($"A message of tickers.X was skipped: the field \"{field}\" is {value}; expected a ", notice.Message, StringComparison.Ordinal);
        Assert.Equal((1, 1), (_exchange!.MessagesSkipped, _scripted!.Connections));
    }

    [Theory]
    [InlineData("{\"topic\":")]
    [InlineData("not json at all")]
    [InlineData("[1,2,3]")]
    [InlineData("{\"topic\":[\"tickers.X\"],\"data\":{}}")]
    public async Task A_message_that_cannot_be_read_is_counted_and_skipped(string message)
    {
        IReadOnlyList<BybitTicker> tickers = await TickersAsync(1, [message, Push("tickers.X", "snapshot", """{"symbol":"X","lastPrice":"7"}""")]);
        Assert.Equal(7m, tickers[0].LastPrice);
        Assert.Equal(BybitNoticeKind.MessageSkipped, Assert.Single(_notices).Kind);
        Assert.Equal((1, 1), (_exchange!.MessagesSkipped, _scripted!.Connections));
    }

    [Fact]
    public async Task The_envelope_may_have_other_forms_too()
    {
        const string Message = """{"topic":"tickers.X","type":"snapshot","ts":"2024-01-01T00:00:00Z","cs":"many","id":5,"creationTime":{},"retCode":"0","data":{"symbol":"X","lastPrice":"7"}}""";
        IReadOnlyList<BybitTicker> tickers = await TickersAsync(1, [Message]);
        Assert.Equal(7m, tickers[0].LastPrice);
        Assert.Empty(_notices);
    }

    [Fact]
    public async Task A_trade_without_a_price_is_none_of_price_zero()
    {
        await StartAsync(Push("publicTrade.X", "snapshot", """
            [{"T":1704067200000,"s":"X","S":"Buy","v":"1","p":"","i":"a"},
             {"T":1704067200000,"s":"X","S":"Buy","v":"many","p":"5","i":"b"},
             {"T":"1704067201000","s":"X","S":"Sell","v":2,"p":6.5,"i":17,"L":[],"BT":"false","seq":{} }]
            """));
        BybitTrade trade = (await ReadAsync(_exchange!.Linear.StreamTradesAsync(["X"]), 1))[0];
        Assert.Equal(("17", 6.5, 2.0, AggressorSide.Seller), (trade.Id, trade.Trade.Price, trade.Trade.Quantity, trade.Trade.Side));
        Assert.Equal([("publicTrade.X", "p"), ("publicTrade.X", "v")], _notices.Select(notice => (notice.Topic, notice.Field)));
        Assert.Equal(2, _exchange.MessagesSkipped);
    }

    [Fact]
    public async Task A_candle_that_lacks_a_price_is_skipped_and_the_next_one_comes()
    {
        string Candle(string close, string confirm) =>
            Push("kline.1.X", "snapshot", $$"""[{"start":1704067200000,"end":"later","interval":1,"open":"1","high":"3","low":"1",{{close}}"volume":"5","turnover":"","confirm":{{confirm}},"timestamp":"1704067201000"}]""");
        await StartAsync(Candle("", "false"), Candle("\"close\":\"NaN\",", "false"), Candle("\"close\":\"2\",", "null"), Candle("\"close\":\"2\",", "\"true\""));
        CandleUpdate update = (await ReadAsync(_exchange!.Linear.Stream().SubscribeAsync(["X"], Timeframe.OneMinute), 1))[0];
        Assert.Equal((2.0, 5.0, true), (update.Candle.Close, update.Candle.Volume, update.IsClosed));
        Assert.True(double.IsNaN(update.Candle.Turnover));
        Assert.Equal(["close", "close", "confirm"], _notices.Select(notice => notice.Field));
    }

    [Fact]
    public async Task A_book_with_a_level_that_cannot_be_read_is_asked_for_again()
    {
        await StartAsync(
            Push("orderbook.50.X", "snapshot", """{"s":7,"b":[["10","x"]],"a":[["11","1"]],"u":5,"seq":{} }"""),
            Push("orderbook.50.X", "snapshot", """{"s":7,"b":[["10",2]],"a":[[11,"1"]],"u":"6","seq":{} }"""));
        BybitOrderBook book = (await ReadAsync(_exchange!.Linear.StreamOrderBooksAsync(["X"]), 1))[0];
        Assert.Equal((10m, 2m, 6L), (book.Bids[0].Price, book.Bids[0].Size, book.UpdateId));
        Assert.Equal("b[0][1]", Assert.Single(_notices).Field);
    }

    [Fact]
    public async Task Data_that_is_no_list_is_named()
    {
        await StartAsync(Push("publicTrade.X", "snapshot", "\"closed\""), Push("publicTrade.X", "snapshot", """[{"T":1,"s":"X","S":"Buy","v":"1","p":"5","i":"a"}]"""));
        Assert.Single(await ReadAsync(_exchange!.Linear.StreamTradesAsync(["X"]), 1));
        Assert.Equal("data", Assert.Single(_notices).Field);
    }

    [Fact]
    public async Task Twenty_messages_in_a_row_that_cannot_be_read_bring_a_new_connection()
    {
        _scripted = await ScriptedExchange.StartAsync([.. Enumerable.Repeat("{", 20)]);
        Connect();
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        Task reading = ReadAsync(_exchange!.Linear.StreamTickersAsync(["X"], end.Token), 1);
        while (_scripted.Connections < 2 && !end.IsCancellationRequested)
            await Task.Delay(5, end.Token);
        Assert.True(_exchange.MessagesSkipped >= 20);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    private static string Push(string topic, string type, string data) => $$"""{"topic":"{{topic}}","type":"{{type}}","ts":1704067200000,"data":{{data}} }""";

    /// <summary>The first tickers that come of a snapshot and changes.</summary>
    private Task<IReadOnlyList<BybitTicker>> TickersAsync(int count, string snapshot, params string[] changes) =>
        TickersAsync(count, [Push("tickers.X", "snapshot", snapshot), .. changes.Select(change => Push("tickers.X", "delta", change))]);

    private async Task<IReadOnlyList<BybitTicker>> TickersAsync(int count, string[] messages)
    {
        await StartAsync(messages);
        return await ReadAsync(_exchange!.Linear.StreamTickersAsync(["X"]), count);
    }

    private async Task StartAsync(params string[] messages)
    {
        _scripted = await ScriptedExchange.StartAsync(messages);
        Connect();
    }

    private void Connect()
    {
        _exchange = new BybitExchange(BybitOptions.For(_scripted!.Address) with { Resilience = new BybitResilience { Delay = TimeSpan.FromMilliseconds(5) }, BanFolder = null });
        _exchange.Noticed += (_, notice) =>
        {
            lock (_notices)
                _notices.Add(notice);
        };
    }

    private static async Task<IReadOnlyList<T>> ReadAsync<T>(IAsyncEnumerable<T> stream, int count)
    {
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        List<T> items = [];
        await foreach (T item in stream.WithCancellation(end.Token))
        {
            items.Add(item);
            if (items.Count == count)
                break;
        }

        return items;
    }
}
