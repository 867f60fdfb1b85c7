using System.Globalization;

namespace TradeBot.MarketData.Tests.Storage;

public class CandleCsvFaultTests
{
    private const string Header = "timestamp,open,high,low,close,volume\n";
    private const string HeaderWithTurnover = "timestamp,open,high,low,close,volume,turnover\n";
    private const string Good = "1672531200000,2,4,1,3,5\n";

    [Theory]
    [InlineData("", 0, "", "", "empty")]
    [InlineData("\n", 1, "", "", "timestamp,open,high,low,close,volume[,turnover][,synthetic]")]
    [InlineData("timestamp,open,high,low,close\n", 1, "volume", "timestamp,open,high,low,close", "a column of this name")]
    [InlineData("timestamp,open,high,low,close,volume,vwap\n", 1, "", "vwap", "no others")]
    [InlineData("Timestamp,open,high,low,close,volume\n", 1, "", "Timestamp", "no others")]
    [InlineData("timestamp,open,high,low,close,volume,close\n", 1, "close", "close", "each column once")]
    [InlineData("\0\u0001\u0002", 1, "", "\0\u0001\u0002", "no others")]
    public void A_header_that_is_not_ours_stops_the_reading(string text, long row, string column, string value, string expectation) =>
        AssertFault(text, row, column, value, expectation);

    [Theory]
    [InlineData("1672531260000,2,4,1,3\n", "1672531260000,2,4,1,3", "6 fields, one per column, found 5")]
    [InlineData("1672531260000,2,4,1,3,5,\n", "1672531260000,2,4,1,3,5,", "found 7")]
    [InlineData("\n", "", "found 1")]
    public void A_line_with_another_number_of_fields_stops_the_reading(string line, string value, string expectation) =>
        AssertFault(Header + Good + line, 3, "", value, expectation);

    [Theory]
    [InlineData("x")]
    [InlineData("")]
    [InlineData(" 2")]
    [InlineData("1,000")]
    [InlineData("1.2.3")]
    [InlineData("0x10")]
    [InlineData("2\0")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1e999")]
    [InlineData("0")]
    [InlineData("-2")]
    [InlineData("\u0662")] // an Arabic-Indic two
    public void A_price_that_is_no_positive_finite_number_stops_the_reading(string price) =>
        AssertFault(Header + Good + $"1672531260000,2,4,1,\"{price}\",5\n", 3, "close", price, "a positive, finite price");

    [Theory]
    [InlineData("-1")]
    [InlineData("NaN")]
    [InlineData("-1e-300")]
    [InlineData("")]
    public void A_volume_that_is_negative_or_no_number_stops_the_reading(string volume) =>
        AssertFault(Header + Good + $"1672531260000,2,4,1,3,{volume}\n", 3, "volume", volume, "a finite number, not negative");

    [Fact]
    public void A_negative_turnover_stops_the_reading() =>
        AssertFault(HeaderWithTurnover + "1672531200000,2,4,1,3,5,-6\n", 2, "turnover", "-6", "a finite number, not negative");

    [Theory]
    [InlineData("2")]
    [InlineData("true")]
    [InlineData("")]
    [InlineData("00")]
    public void A_synthetic_flag_is_0_or_1(string flag) =>
        AssertFault("timestamp,open,high,low,close,volume,synthetic\n" + $"1672531200000,2,4,1,3,5,{flag}\n", 2, "synthetic", flag, "0 or 1");

    [Theory]
    [InlineData("5,4,1,3", "high", "4", "a high not below open 5 and close 3")]
    [InlineData("2,4,1,4.5", "high", "4", "a high not below open 2 and close 4.5")]
    [InlineData("0.5,4,1,3", "low", "1", "a low not above open 0.5 and close 3")]
    [InlineData("2,4,1,0.9", "low", "1", "a low not above open 2 and close 0.9")]
    public void A_range_that_does_not_hold_open_and_close_stops_the_reading(string prices, string column, string value, string expectation) =>
        AssertFault(Header + Good + $"1672531260000,{prices},5\n", 3, column, value, expectation);

    [Theory]
    [InlineData("1672531200000", "each time once; line 2 has the same time")]
    [InlineData("1672531140000", "increasing times; line 2 has 1672531200000")]
    [InlineData("1672531260", "increasing times")]
    [InlineData("1672531260000000", "microseconds or finer")]
    [InlineData("1672531260000000000", "microseconds or finer")]
    [InlineData("1672531260000.5", "a whole number of milliseconds")]
    [InlineData("2023-01-01T00:01:00Z", "a whole number of milliseconds")]
    [InlineData("99999999999999999999", "a whole number of milliseconds")]
    public void A_time_that_does_not_follow_stops_the_reading(string time, string expectation) =>
        AssertFault(Header + Good + $"{time},2,4,1,3,5\n", 3, "timestamp", time, expectation);

    [Theory]
    [InlineData("1672531200", "this looks like seconds: multiply by 1,000")]
    [InlineData("1672531200000000", "this looks like microseconds or finer")]
    [InlineData("-62135596800001", "not before the year 1")]
    public void A_first_time_in_another_unit_says_so(string time, string expectation) =>
        AssertFault(Header + $"{time},2,4,1,3,5\n", 2, "timestamp", time, expectation);

    [Theory]
    [InlineData("1672531260000,2,4,1,\"3,5\n")]
    [InlineData("1672531260000,2,4,1,\"3\"3,5\n")]
    [InlineData("1672531260000,2,4,1,3\"3,5\n")]
    public void Quotes_that_do_not_match_stop_the_reading(string line) =>
        AssertFault(Header + Good + line, 3, "", "", "quoted as in RFC 4180");

    [Fact]
    public void A_last_line_without_its_end_may_be_cut_short() =>
        AssertFault(Header + Good + "1672531260000,2,4,1,3,5", 3, "", "", "a line break after the last line");

    [Fact]
    public void UTF_16_is_refused_by_name()
    {
        using var stream = new MemoryStream([.. System.Text.Encoding.Unicode.Preamble, .. System.Text.Encoding.Unicode.GetBytes(Header + Good)]);

        CandleDataException exception = Assert.Throws<CandleDataException>(() => CandleCsv.Read(stream, "BTCUSDT", Timeframe.OneMinute));

        Assert.Contains("this is UTF-16", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_value_is_shortened_in_the_message_only()
    {
        string price = new('9', 500);
        CandleDataException exception = Fault(Header + $"1672531200000,2,{price},1,3,5\n");

        Assert.Equal(price, exception.Value);
        Assert.True(exception.Message.Length < 250, exception.Message);
    }

    private static void AssertFault(string text, long row, string column, string value, string expectation)
    {
        CandleDataException exception = Fault(text);

        Assert.Equal(("data.csv", row, column, value), (exception.File, exception.Row, exception.Column, exception.Value));
        Assert.Contains(expectation, exception.Expectation, StringComparison.Ordinal);
        Assert.Contains(exception.Expectation, exception.Message, StringComparison.Ordinal);
        Assert.Contains(value, exception.Message, StringComparison.Ordinal);
        Assert.StartsWith("data.csv", exception.Message, StringComparison.Ordinal);
        if (row > 0)
            Assert.Contains("line " + row.ToString(CultureInfo.InvariantCulture), exception.Message, StringComparison.Ordinal);
        if (column.Length > 0)
            Assert.Contains("column " + column, exception.Message, StringComparison.Ordinal);
    }

    private static CandleDataException Fault(string text) => Assert.Throws<CandleDataException>(
        () => CandleCsv.Read(new StringReader(text), "BTCUSDT", Timeframe.OneMinute, "data.csv"));
}
