using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TradeBot.Exchanges.Wire;
using TradeBot.Testing;

namespace TradeBot.Exchanges.Tests.Wire;

/// <summary>Every recorded document of the exchange is read into the record that is meant for it, and nothing of a number is lost.</summary>
public class FixtureTests
{
    private static readonly WireContext s_wire = WireContext.Default;

    private static readonly Dictionary<string, JsonTypeInfo> s_replies = new()
    {
        ["market_kline"] = s_wire.ReplyKlinePage,
        ["market_mark-price-kline"] = s_wire.ReplyKlinePage,
        ["market_index-price-kline"] = s_wire.ReplyKlinePage,
        ["market_premium-index-price-kline"] = s_wire.ReplyKlinePage,
        ["market_instruments-info"] = s_wire.ReplyPageInstrumentRow,
        ["market_tickers"] = s_wire.ReplyPageTickerRow,
        ["market_orderbook"] = s_wire.ReplyBookRow,
        ["market_recent-trade"] = s_wire.ReplyPageTradeRow,
        ["market_funding_history"] = s_wire.ReplyPageFundingRow,
        ["market_open-interest"] = s_wire.ReplyPageOpenInterestRow,
        ["market_account-ratio"] = s_wire.ReplyPageAccountRatioRow,
        ["market_price-limit"] = s_wire.ReplyPriceLimitRow,
        ["market_risk-limit"] = s_wire.ReplyPageRiskLimitRow,
        ["system_status"] = s_wire.ReplyPageSystemStatusRow,
        ["user_query-api"] = s_wire.ReplyKeyRow,
        ["account_info"] = s_wire.ReplyAccountRow,
        ["account_fee-rate"] = s_wire.ReplyPageFeeRateRow,
        ["account_collateral-info"] = s_wire.ReplyPageCollateralRow,
        ["account_wallet-balance"] = s_wire.ReplyPageWalletRow,
        ["account_transaction-log"] = s_wire.ReplyPageTransactionRow,
        ["execution_list"] = s_wire.ReplyPageExecutionRow,
        ["order_realtime"] = s_wire.ReplyPageOrderRow,
        ["order_history"] = s_wire.ReplyPageOrderRow,
        ["position_list"] = s_wire.ReplyPagePositionRow,
        ["position_closed-pnl"] = s_wire.ReplyPageClosedPnlRow,
        ["order_create"] = s_wire.ReplyOrderAck,
        ["order_amend"] = s_wire.ReplyOrderAck,
        ["order_cancel"] = s_wire.ReplyOrderAck,
        ["order_pre-check"] = s_wire.ReplyOrderAck,
        ["order_create-batch"] = s_wire.ReplyOrderAckList,
        ["order_amend-batch"] = s_wire.ReplyOrderAckList,
        ["order_cancel-batch"] = s_wire.ReplyOrderAckList,
        ["order_cancel-all"] = s_wire.ReplyOrderAckList,
        ["order_disconnected-cancel-all"] = s_wire.ReplyNoResult,
        ["position_set-leverage"] = s_wire.ReplyNoResult,
        ["position_switch-mode"] = s_wire.ReplyNoResult,
        ["position_trading-stop"] = s_wire.ReplyNoResult,
    };

    private static readonly Dictionary<string, JsonTypeInfo> s_topics = new()
    {
        ["kline"] = s_wire.IReadOnlyListKlinePush,
        ["publicTrade"] = s_wire.IReadOnlyListTradePush,
        ["allLiquidation"] = s_wire.IReadOnlyListTradePush,
        ["tickers"] = s_wire.TickerRow,
        ["orderbook"] = s_wire.BookRow,
        ["priceLimit"] = s_wire.PriceLimitRow,
        ["system"] = s_wire.IReadOnlyListSystemStatusRow,
        ["order"] = s_wire.IReadOnlyListOrderRow,
        ["execution"] = s_wire.IReadOnlyListExecutionRow,
        ["spread"] = s_wire.IReadOnlyListExecutionRow,
        ["position"] = s_wire.IReadOnlyListPositionRow,
        ["wallet"] = s_wire.IReadOnlyListWalletRow,
        ["greeks"] = s_wire.IReadOnlyListGreeksRow,
    };

    [SkippableFact]
    public void Every_rest_document_is_read_without_loss()
    {
        string[] files = [.. Directory.GetFiles(Repository.Shared("fixtures"), "*.response.json", SearchOption.AllDirectories)];
        Assert.True(files.Length >= 40);
        foreach (string file in files)
        {
            string name = Path.GetFileName(file);
            string endpoint = name[(name.IndexOf("_v5_", StringComparison.Ordinal) + 4)..name.IndexOf('.', StringComparison.Ordinal)];
            AssertKept(File.ReadAllBytes(file), s_replies[endpoint], name);
        }
    }

    [SkippableFact]
    public void Every_stream_document_is_read_without_loss()
    {
        string[] files = Directory.GetFiles(Repository.Shared("fixtures", "jkorf-mit", "ws"), "*.json");
        Assert.True(files.Length >= 21);
        int pushes = 0;
        foreach (string file in files)
        {
            using JsonDocument transcript = JsonDocument.Parse(File.ReadAllBytes(file));
            foreach (JsonElement entry in transcript.RootElement.EnumerateArray())
            {
                string name = Path.GetFileName(file);
                JsonElement message = entry.GetProperty("message");
                if (entry.GetProperty("direction").GetString() == "client")
                {
                    Assert.NotEmpty(message.Deserialize(s_wire.StreamRequest)!.Operation);
                    continue;
                }

                StreamMessage read = message.Deserialize(s_wire.StreamMessage)!;
                if (read.Topic is null)
                {
                    Assert.True(read.Success is true || read.TradeCode == 0, name);
                    continue;
                }

                pushes++;
                AssertKept(JsonSerializer.SerializeToUtf8Bytes(read.Data!.Value), s_topics[read.Topic.Split('.')[0]], name);
            }
        }

        Assert.True(pushes >= 18, $"{pushes} pushes");
    }

    [SkippableFact]
    public void Every_error_document_is_read_with_its_code()
    {
        foreach (string file in Directory.GetFiles(Repository.Shared("fixtures", "errors"), "*.json"))
        {
            string code = Path.GetFileName(file).Split('_')[0];
            if (!int.TryParse(code, CultureInfo.InvariantCulture, out int expected))
                continue;
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(file));
            Assert.Equal(expected, document.RootElement.GetProperty("body").Deserialize(s_wire.ReplyHead)!.RetCode);
        }
    }

    [SkippableFact]
    public void Orders_of_a_batch_have_their_own_outcome()
    {
        string file = Repository.Shared("fixtures", "jkorf-mit", "rest", "POST_v5_order_cancel-batch.CancelMultipleOrders.response.json");
        Reply<OrderAckList> reply = JsonSerializer.Deserialize(File.ReadAllBytes(file), s_wire.ReplyOrderAckList)!;
        BatchOutcomes outcomes = reply.RetExtInfo!.Value.Deserialize(s_wire.BatchOutcomes)!;
        Assert.Equal(0, reply.RetCode);
        Assert.Equal([0, 170213], outcomes.List!.Select(o => o.Code));
    }

    [Theory]
    [InlineData("\"8017306629.63402469\"", "8017306629.63402469")]
    [InlineData("\"16578.50\"", "16578.50")]
    [InlineData("\"-0.000587\"", "-0.000587")]
    [InlineData("\"1234567890123456789.012345678\"", "1234567890123456789.012345678")]
    [InlineData("0.10", "0.10")]
    public void A_number_keeps_every_digit(string json, string expected)
    {
        string document = $$"""{"retCode":0,"result":{"list":[{"lastPrice":{{json}} }]} }""";
        decimal? price = JsonSerializer.Deserialize(document, s_wire.ReplyPageTickerRow)!.Result!.List![0].LastPrice;
        Assert.Equal(expected, price!.Value.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Empty_text_is_absent_and_unknown_fields_are_passed_over()
    {
        const string Document = """{"retCode":0,"new":{"a":[1]},"result":{"list":[{"fundingRate":"","nextFundingTime":"","surprise":[[]],"lastPrice":"1"}],"more":1}}""";
        TickerRow row = JsonSerializer.Deserialize(Document, s_wire.ReplyPageTickerRow)!.Result!.List![0];
        Assert.Null(row.FundingRate);
        Assert.Null(row.NextFundingTime);
        Assert.Equal(1m, row.LastPrice);
    }

    [Theory]
    [InlineData("""[["1","2","3","4"]]""")]
    [InlineData("""[["1","2","3","4","x"]]""")]
    [InlineData("""[["","2","3","4","5"]]""")]
    [InlineData("""[["1","2","3","4","5","6","7","8"]]""")]
    [InlineData("""[["1","2","3","4","5"],["1","2","3","4","5","6","7"]]""")]
    [InlineData("""[[1,2,3,4,5]]""")]
    public void A_candle_that_is_none_is_refused(string rows) => Assert.Throws<JsonException>(() =>
        JsonSerializer.Deserialize($$"""{"retCode":0,"result":{"list":{{rows}} } }""", s_wire.ReplyKlinePage));

    /// <summary>Writes what was read and compares: no value may differ, and of the fields that documents have only those that no record names may be missing.</summary>
    private static void AssertKept(byte[] document, JsonTypeInfo type, string name)
    {
        object read = JsonSerializer.Deserialize(document, type)!;
        using JsonDocument before = JsonDocument.Parse(document), after = JsonDocument.Parse(JsonSerializer.SerializeToUtf8Bytes(read, type));
        Dictionary<string, string> expected = [], actual = [];
        Flatten(before.RootElement, "", expected);
        Flatten(after.RootElement, "", actual);
        Assert.All(actual, value => Assert.Equal((value.Key, Plain(expected[value.Key])), (value.Key, Plain(value.Value))));

        string[] unread = [.. expected.Where(v => v.Value.Length > 0 && !actual.ContainsKey(v.Key)).Select(v => v.Key)];
        Assert.True(unread.Length <= expected.Count / 3, $"{name}: {unread.Length} of {expected.Count} values are not read: {string.Join(", ", unread.Take(10))}");

        // A candle is estimates: of its numbers the nearest double is kept. All others keep their text.
        string Plain(string value) =>
            (type == s_wire.ReplyKlinePage || type == s_wire.IReadOnlyListKlinePush) && double.TryParse(value, CultureInfo.InvariantCulture, out double number)
                ? number.ToString("R", CultureInfo.InvariantCulture)
                : value;
    }

    private static void Flatten(JsonElement element, string path, Dictionary<string, string> values)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty property in element.EnumerateObject())
                    Flatten(property.Value, $"{path}.{property.Name}", values);
                break;
            case JsonValueKind.Array:
                int index = 0;
                foreach (JsonElement item in element.EnumerateArray())
                    Flatten(item, $"{path}[{index++}]", values);
                break;
            case JsonValueKind.Null:
                break;
            default:
                values[path] = element.ToString();
                break;
        }
    }
}
