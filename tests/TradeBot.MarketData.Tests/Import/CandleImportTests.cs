using System.IO.Compression;
using System.Text;
using static TradeBot.MarketData.Tests.CandleTables;

namespace TradeBot.MarketData.Tests;

/// <summary>Each layout in two or three rows made up for the purpose; 1704067200 is 2024-01-01 00:00 UTC.</summary>
public class CandleImportTests
{
    private static readonly Candle First = new(Start, 10, 12, 9, 11, 5, 55);
    private static readonly Candle Second = new(Start.AddMinutes(1), 11, 13, 10, 12, 6, 70);

    [Fact]
    public void Binance_archive_has_twelve_columns_and_no_header()
    {
        ImportResult read = Read(
            "BTCUSDT-1m-2024-01.csv",
            "1704067200000,10,12,9,11,5,1704067259999,55,100,2,20,0\n1704067260000,11,13,10,12,6,1704067319999,70,100,2,20,0\n");

        Assert.Equal([First, Second], Rows(read));
        Assert.Equal(("BTCUSDT", Timeframe.OneMinute), (read.Table.Symbol, read.Table.Timeframe));
        AssertSaid(read, "Binance", "milliseconds", "symbol BTCUSDT is taken from the file name", "open time");
    }

    [Fact]
    public void Binance_futures_archive_has_a_header()
    {
        ImportResult read = Read(
            "BTCUSDT-1m-2024-01-01.csv",
            "open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,taker_buy_quote_volume,ignore\n" +
            "1704067200000,10,12,9,11,5,1704067259999,55,100,2,20,0\n");

        Assert.Equal([First], Rows(read));
        AssertSaid(read, "time is 'open_time'", "turnover is 'quote_volume'");
    }

    [Fact]
    public void A_unit_of_time_that_changes_within_the_file_is_followed_and_told()
    {
        ImportResult read = Read(
            "BTCUSDT-1m-2024.csv",
            "1704067200000,10,12,9,11,5,1704067259999,55,100,2,20,0\n1704067260000000,11,13,10,12,6,1704067319999999,70,100,2,20,0\n");

        Assert.Equal([First, Second], Rows(read));
        AssertSaid(read, "milliseconds, then microseconds");
    }

    [Theory]
    [InlineData("1704067200", "seconds")]
    [InlineData("1704067200.0", "seconds")]
    [InlineData("1704067200000", "milliseconds")]
    [InlineData("1.7040672e12", "milliseconds")]
    [InlineData("1704067200000000", "microseconds")]
    [InlineData("1704067200000000000", "nanoseconds")]
    public void A_count_tells_its_unit_by_its_size(string time, string unit)
    {
        ImportResult read = Read("X_1m.csv", $"time,open,high,low,close,volume\n{time},10,12,9,11,5\n");

        Assert.Equal(Start, read.Table[0].OpenTime);
        AssertSaid(read, $"counts of {unit}");
    }

    [Theory]
    [InlineData("2024-01-01 00:00:00", true)]
    [InlineData("2024-01-01 00:00", true)]
    [InlineData("2024-01-01", true)]
    [InlineData("2024-01-01T00:00:00", true)]
    [InlineData("2024-01-01T00:00:00.000", true)]
    [InlineData("2024/01/01 00:00", true)]
    [InlineData("2024-01-01 12-AM", true)]
    [InlineData("2024-01-01T00:00:00Z", false)]
    [InlineData("2024-01-01 01:00:00+01:00", false)]
    [InlineData("2023-12-31T19:00:00.000-05:00", false)]
    public void A_text_is_UTC_unless_it_says_otherwise(string time, bool assumed)
    {
        ImportResult read = Read("X_1m.csv", $"date,open,high,low,close,volume\n{time},10,12,9,11,5\n");

        Assert.Equal(Start, read.Table[0].OpenTime);
        Assert.Equal(assumed, read.Assumptions.Any(said => said.Contains("taken as UTC", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_date_whose_day_and_month_could_be_swapped_is_not_guessed()
    {
        var error = Assert.Throws<CandleDataException>(() => Read("X_1m.csv", "date,open,high,low,close,volume\n01/02/2024,10,12,9,11,5\n"));
        Assert.Equal(2, error.Row);
    }

    [Fact]
    public void CryptoDataDownload_has_a_line_above_the_header_and_stands_newest_first()
    {
        ImportResult read = Read(
            "Binance_BTCUSDT_minute.csv",
            "https://www.CryptoDataDownload.com\n" +
            "Unix,Date,Symbol,Open,High,Low,Close,Volume BTC,Volume USDT,tradecount\n" +
            "1704067260000,2024-01-01 00:01:00,BTC/USDT,11,13,10,12,6,70,9\n" +
            "1704067200000,2024-01-01 00:00:00,BTC/USDT,10,12,9,11,5,55,8\n");

        Assert.Equal([First, Second], Rows(read));
        Assert.Equal("BTCUSDT", read.Table.Symbol);
        AssertSaid(read, "CryptoDataDownload.com", "newest first", "time is 'Unix'", "volume is 'Volume BTC'", "turnover is 'Volume USDT'", "column 'Symbol'");
    }

    [Fact]
    public void Bybits_archive_for_MetaTrader_has_dotted_dates_and_its_own_clock()
    {
        const string Text = "2024.01.01 03:00,10,12,9,11,5\n2024.01.01 03:01,11,13,10,12,6\n";
        ImportResult read = Read("BTCUSDT_1_2024-01-01_2024-01-31.csv.gz", Text, new ImportOptions { ClockOffset = TimeSpan.FromHours(3) });

        Assert.Equal([Start, Start.AddMinutes(1)], Rows(read).Select(candle => candle.OpenTime));
        Assert.False(read.Table.HasTurnover);
        Assert.Equal(("BTCUSDT", Timeframe.OneMinute), (read.Table.Symbol, read.Table.Timeframe));
        AssertSaid(read, "MetaTrader", "03:00:00 ahead of UTC");
    }

    [Fact]
    public void A_file_without_volume_leaves_it_unknown()
    {
        ImportResult read = Read(
            "BTCUSD2020-01-01.csv",
            "start_at,symbol,period,open,high,low,close\n1704067200,BTCUSD,1,10,12,9,11\n1704067260,BTCUSD,1,11,13,10,12\n");

        Assert.True(double.IsNaN(read.Table.Volume[0]));
        Assert.True(read.LacksVolume);
        Assert.Equal(("BTCUSD", Timeframe.OneMinute), (read.Table.Symbol, read.Table.Timeframe));
        AssertSaid(read, "no volume", "timeframe 1m is taken from the rows");
    }

    [Fact]
    public void Freqtrade_keeps_arrays_in_JSON()
    {
        ImportResult read = Read("BTC_USDT-1m.json", "[[1704067200000,10.0,12.0,9.0,11.0,5.0],[1704067260000,\"11\",13,10,12,6]]");

        Assert.Equal([First with { Turnover = double.NaN }, Second with { Turnover = double.NaN }], Rows(read));
        Assert.Equal("BTCUSDT", read.Table.Symbol);
        Assert.Equal("BTCUSDT_PERP", Read("BTC_USDT_USDT-1m-futures.json", "[[1704067200000,10,12,9,11,5]]").Table.Symbol);
    }

    [Fact]
    public void Our_own_files_come_back_as_they_were()
    {
        CandleSeries filled = AlignedCandles.Of([MarketGenerator.Single(100, 1), MarketGenerator.Single(120, 2)], AlignmentPolicy.ForwardFill).Series[0];
        using var stream = new MemoryStream();
        CandleCsv.Write(filled, stream);
        stream.Position = 0;

        Assert.Equal(filled.ContentHash, CandleImport.Read(stream, "SYN_1m.csv").Table.ToSeries().ContentHash);
    }

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public void Any_separator_is_recognised(char separator) => Assert.Equal(
        [First],
        Rows(Read("X_1m.csv", "Timestamp,Open,High,Low,Close,Volume,Turnover\r\n1704067200,10,12,9,11,5,55\r\n".Replace(',', separator))));

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_header() =>
        Assert.Equal([First], Rows(Read("X_1m.csv", "\uFEFFtimestamp,open,high,low,close,volume,turnover\n1704067200,10,12,9,11,5,55\n")));

    [Fact]
    public void Gzip_and_zip_are_recognised_by_their_content()
    {
        const string Text = "1704067200,10,12,9,11,5,55\n";
        using var gzip = new MemoryStream();
        using (var compressor = new GZipStream(gzip, CompressionLevel.Fastest, leaveOpen: true))
            compressor.Write(Encoding.UTF8.GetBytes(Text));
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        using (Stream entry = archive.CreateEntry("inside.csv").Open())
            entry.Write(Encoding.UTF8.GetBytes(Text));

        (gzip.Position, zip.Position) = (0, 0);
        Assert.Equal([First], Rows(CandleImport.Read(gzip, "X_1m.csv")));
        Assert.Equal([First], Rows(CandleImport.Read(zip, "X_1m.csv")));
    }

    [Fact]
    public void A_damaged_archive_is_named() =>
        Assert.Contains("truncated", Assert.Throws<CandleDataException>(() => Read("X_1m.zip", "PK\u0003\u0004 nothing more")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_line_that_cannot_be_read_is_left_out_reported_and_an_error_to_the_validator()
    {
        ImportResult read = Read(
            "X_1m.csv", "timestamp,open,high,low,close,volume\n1704067200,10,12,9,11,5\n1704067260,10,x,9,11,5\n1704067320,10,12,9\nsoon,10,12,9,11,5\n1704067380,10,12,9,11,5\n");

        Assert.Equal(2, read.Table.Count);
        Assert.Equal([3L, 4L, 5L], read.Unreadable.Select(row => row.Line));
        Assert.Equal("1704067260,10,x,9,11,5", read.Unreadable[0].Text);
        Assert.Equal(3, read.Validate().CandlesWith(DefectKind.UnreadableRow));
        Assert.True(read.Validate().HasErrors);
    }

    [Fact]
    public void Rows_that_no_series_can_hold_come_out_as_they_are()
    {
        ImportResult read = Read("X_1m.csv", "timestamp,open,high,low,close,volume\n1704067260,10,12,9,NaN,5\n1704067260,10,2,9,11,5\n1704067200,10,12,9,11,-5\n1704067320,10,12,9,11,5\n");

        Assert.Equal(
            [DefectKind.Disorder, DefectKind.NegativeVolume, DefectKind.Duplicate, DefectKind.NotFinite, DefectKind.PriceOrder],
            read.Validate().Defects.Select(defect => defect.Kind));
        Assert.Throws<ArgumentException>(() => read.Table.ToSeries());
    }

    [Fact]
    public void What_the_rows_say_of_the_timeframe_beats_the_name()
    {
        const string Text = "1704067200,10,12,9,11,5\n1704070800,10,12,9,11,5\n1704074400,10,12,9,11,5\n";

        Assert.Equal(Timeframe.OneHour, Read("BTC_X.csv", Text, new ImportOptions { Symbol = "BTC" }).Table.Timeframe);
        Assert.Equal(Timeframe.OneHour, Read("BTC_4h.csv", Text).Table.Timeframe);
        AssertSaid(Read("BTC_4h.csv", Text), "file name says 4h, but most rows are 1h apart");

        // A quiet market trades every other minute: the name knows better.
        Assert.Equal(Timeframe.OneMinute, Read("BTC_1m.csv", Text).Table.Timeframe);
    }

    [Fact]
    public void What_cannot_be_known_must_be_given()
    {
        Assert.Contains("Symbol", Assert.Throws<ArgumentException>(() => Read("candles.csv", "1704067200,10,12,9,11,5\n")).Message, StringComparison.Ordinal);
        Assert.Contains("Timeframe", Assert.Throws<ArgumentException>(
            () => Read("candles.csv", "1704067200,10,12,9,11,5\n", new ImportOptions { Symbol = "X" })).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a,b,c\n")]
    [InlineData("[]")]
    [InlineData("[1,2")]
    [InlineData("timestamp,open,high,low,close,volume\n")]
    [InlineData("once upon a time\nthere was\na file\nwithout\nany\ncandles\nat all\n")]
    public void Text_without_candles_is_refused(string text) => Assert.Throws<CandleDataException>(() => Read("X_1m.csv", text));

    private static ImportResult Read(string name, string text, ImportOptions? options = null) =>
        CandleImport.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), name, options);

    private static IEnumerable<Candle> Rows(ImportResult read) => Enumerable.Range(0, read.Table.Count).Select(i => read.Table[i]);

    private static void AssertSaid(ImportResult read, params string[] parts) =>
        Assert.All(parts, part => Assert.Contains(read.Assumptions, said => said.Contains(part, StringComparison.Ordinal)));
}
