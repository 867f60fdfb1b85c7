namespace TradeBot.Exchanges.Tests;

/// <summary>Answers whose fields have another form than usual.</summary>
public class OtherFormTests
{
    private const string Ticker = "v5/market/tickers", Instruments = "v5/market/instruments-info";

    [Theory]
    [InlineData("\"2023-09-29T08:00:00Z\"")]
    [InlineData("\"1695974400000\"")]
    [InlineData("1695974400000")]
    public async Task An_instrument_s_times_are_read_in_either_form(string time)
    {
        BybitInstrument instrument = (await InstrumentsAsync($$"""
            {"symbol":"BTC-29SEP23","status":"Trading","deliveryTime":{{time}},"launchTime":{{time}},"fundingInterval":"480","isPreListing":"no idea",
             "priceFilter":{"tickSize":0.5},"lotSizeFilter":{"qtyStep":"0.001","maxOrderQty":[]},"leverageFilter":"none","riskParameters":7}
            """))[0];
        var delivery = new DateTime(2023, 9, 29, 8, 0, 0, DateTimeKind.Utc);
        Assert.Equal((delivery, delivery, 0.5m), (instrument.DeliveryTime, instrument.LaunchTime, instrument.Instrument.TickSize));
        Assert.Equal(TimeSpan.FromHours(8), instrument.FundingInterval);
        Assert.Null(instrument.MaxLeverage);
    }

    [Theory]
    [InlineData(Ticker, """{"list":[{"symbol":"X"},{"symbol":"X","lastPrice":"n/a"}]}""", "the field \"result.list[1].lastPrice\" is \"n/a\"; expected a number")]
    [InlineData(Ticker, """{"list":"none"}""", "the field \"result.list\" is \"none\"; expected a list")]
    [InlineData(Ticker, """{"list":[{"symbol":"X","nextFundingTime":"tomorrow"}]}""", "the field \"result.list[0].nextFundingTime\" is \"tomorrow\"; expected a whole number or a time")]
    public async Task A_needed_field_is_named_at_once(string path, string result, string problem)
    {
        await using ScriptedExchange scripted = await StartAsync(path, result);
        using BybitExchange exchange = LocalExchange.Client(scripted.Address);
        var error = await Assert.ThrowsAsync<BybitException>(() => exchange.Linear.TickersAsync());
        Assert.Contains($"answered {path}, but {problem}", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, scripted.Requests); // asking again would give the same
    }

    [Fact]
    public async Task A_funding_payment_without_a_rate_is_none_of_zero()
    {
        await using ScriptedExchange scripted = await StartAsync("v5/market/funding/history", """{"list":[{"symbol":"X","fundingRate":"","fundingRateTimestamp":"1704067200000"}]}""");
        using BybitExchange exchange = LocalExchange.Client(scripted.Address);
        var day = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var error = await Assert.ThrowsAsync<BybitException>(() => exchange.Linear.FundingAsync("X", day, day.AddDays(1)));
        Assert.Contains("the field \"fundingRate\" is missing", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"0\"")]
    [InlineData("0")]
    public async Task The_return_code_may_be_text(string code)
    {
        await using ScriptedExchange scripted = await ScriptedExchange.StartAsync([], (Ticker, $$"""{"retCode":{{code}},"retMsg":5,"result":{"list":[{"symbol":"X","lastPrice":"1"}]},"retExtInfo":[],"time":"2024-01-01T00:00:00Z"}"""));
        using BybitExchange exchange = LocalExchange.Client(scripted.Address);
        Assert.Equal(1m, (await exchange.Linear.TickersAsync())[0].LastPrice);
    }

    private static Task<ScriptedExchange> StartAsync(string path, string result) =>
        ScriptedExchange.StartAsync([], (path, $$"""{"retCode":0,"retMsg":"OK","result":{{result}},"retExtInfo":{},"time":1704067200000}"""));

    private static async Task<IReadOnlyList<BybitInstrument>> InstrumentsAsync(string row)
    {
        await using ScriptedExchange scripted = await StartAsync(Instruments, $$"""{"category":"linear","list":[{{row}}],"nextPageCursor":""}""");
        using BybitExchange exchange = LocalExchange.Client(scripted.Address);
        return await exchange.Linear.InstrumentsAsync();
    }
}
