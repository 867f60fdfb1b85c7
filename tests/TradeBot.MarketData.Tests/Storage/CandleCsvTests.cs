using System.IO.Compression;
using System.Text;
using TradeBot.Testing;

namespace TradeBot.MarketData.Tests.Storage;

public class CandleCsvTests
{
    private const string TwoMinutes =
        "timestamp,open,high,low,close,volume,turnover\n" +
        "1672531200000,16541.77,16544.76,16538.45,16543.67,83.08143,1374268.85\n" +
        "1672531260000,16543.04,16544.41,16538.48,16539.31,0,\n";

    [Fact]
    public void Reads_each_column_as_the_nearest_double()
    {
        CandleSeries series = Read(TwoMinutes);

        Assert.Equal("BTCUSDT", series.Symbol);
        Assert.Equal(Timeframe.OneMinute, series.Timeframe);
        Assert.Equal(
            new Candle(new DateTime(2023, 1, 1, 0, 0, 0, DateTimeKind.Utc), 16541.77, 16544.76, 16538.45, 16543.67, 83.08143, 1374268.85),
            series[0]);
        Assert.Equal(2, series.Count);
    }

    [Fact]
    public void An_empty_turnover_field_is_not_stated()
    {
        Assert.True(double.IsNaN(Read(TwoMinutes).Turnover[1]));
    }

    [Fact]
    public void Turnover_may_be_absent_altogether()
    {
        CandleSeries series = Read("timestamp,open,high,low,close,volume\n1672531200000,2,4,1,3,5\n");

        Assert.False(series.HasTurnover);
        Assert.Equal(5, series.Volume[0]);
    }

    [Fact]
    public void A_header_alone_is_a_series_without_candles()
    {
        Assert.Empty(Read("timestamp,open,high,low,close,volume\n"));
    }

    [Fact]
    public void Reads_quotes_CRLF_a_byte_order_mark_exponents_and_columns_in_another_order()
    {
        CandleSeries series = Read(
            "\uFEFFvolume,close,low,high,open,timestamp\r\n\"5\",3e0,1.,+4,2.0E0,1672531200000\r\n-0,3,1,4,2,1672531260000\r\n");

        Assert.Equal(2, series.Count);
        Assert.Equal((2, 4, 1, 3, 5), (series.Open[0], series.High[0], series.Low[0], series.Close[0], series.Volume[0]));
    }

    [Theory]
    [InlineData(TwoMinutes)]
    [InlineData("timestamp,open,high,low,close,volume\n1672531200000,2,4,1,3,5\n")]
    [InlineData("timestamp,open,high,low,close,volume,synthetic\n0,2,4,1,3,5,0\n60000,3,3,3,3,0,1\n")]
    [InlineData("timestamp,open,high,low,close,volume,turnover,synthetic\n-60000,2E-07,4E+21,1E-300,3,5,,1\n")]
    public void Writes_the_layout_byte_for_byte(string text)
    {
        using var stream = new MemoryStream();
        CandleCsv.Write(Read(text), stream);

        Assert.Equal(text, Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void Reads_which_candles_are_synthetic()
    {
        CandleSeries series = Read("timestamp,open,high,low,close,volume,synthetic\n1672531200000,2,4,1,3,5,0\n1672531260000,3,3,3,3,0,1\n");

        Assert.Equal([false, true], series.Synthetic.ToArray());
    }

    [Theory]
    [InlineData("BTCUSDT_1m.csv")]
    [InlineData("BTCUSDT_1m.csv.gz")]
    [InlineData("BTCUSDT_1m_2023.csv.gz")]
    public void What_was_written_reads_back_with_symbol_and_timeframe_from_the_file_name(string name)
    {
        using var folder = new TemporaryFolder();
        CandleSeries series = Read(TwoMinutes);

        CandleCsv.Write(series, folder.File(name));

        Assert.Equal(series.ContentHash, CandleCsv.Read(folder.File(name)).ContentHash);
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void A_symbol_may_itself_hold_an_underscore_and_a_month_is_1mo()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("BTCUSDT_240329_1mo.csv");
        File.WriteAllText(path, TwoMinutes);

        CandleSeries series = CandleCsv.Read(path);

        Assert.Equal(("BTCUSDT_240329", Timeframe.OneMonth), (series.Symbol, series.Timeframe));
    }

    [Fact]
    public void A_file_name_that_tells_nothing_needs_symbol_and_timeframe()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("prices.csv");
        File.WriteAllText(path, TwoMinutes);

        ArgumentException exception = Assert.Throws<ArgumentException>(() => CandleCsv.Read(path, symbol: "BTCUSDT"));

        Assert.Contains("prices.csv", exception.Message, StringComparison.Ordinal);
        Assert.Equal("ETHUSDT", CandleCsv.Read(path, "ETHUSDT", Timeframe.OneMinute).Symbol);
    }

    [Fact]
    public void Gzip_has_the_same_bytes_on_every_write()
    {
        using var folder = new TemporaryFolder();
        CandleCsv.Write(Read(TwoMinutes), folder.File("A_1m.csv.gz"));
        File.SetLastWriteTimeUtc(folder.File("A_1m.csv.gz"), new DateTime(2001, 2, 3, 0, 0, 0, DateTimeKind.Utc));
        CandleCsv.Write(Read(TwoMinutes), folder.File("B_1m.csv.gz"));

        byte[] bytes = File.ReadAllBytes(folder.File("A_1m.csv.gz"));
        Assert.Equal(bytes, File.ReadAllBytes(folder.File("B_1m.csv.gz")));
        Assert.Equal([0, 0, 0, 0], bytes[4..8]); // the time field of the gzip header
    }

    [Fact]
    public void Candles_that_could_not_be_read_back_are_refused_and_the_old_file_stays()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("BTCUSDT_1m.csv");
        CandleCsv.Write(Read(TwoMinutes), path);
        var broken = new CandleSeries(
            "BTCUSDT", Timeframe.OneMinute, new[] { 1672531200000L }, new[] { 2.0 }, new[] { 1.0 }, new[] { 1.0 }, new[] { 1.0 }, new[] { 0.0 });

        ArgumentException exception = Assert.Throws<ArgumentException>(() => CandleCsv.Write(broken, path));

        Assert.Contains("Candle 0", exception.Message, StringComparison.Ordinal);
        Assert.Equal(TwoMinutes, File.ReadAllText(path));
    }

    [Fact]
    public void Every_cut_through_a_gzip_file_is_found()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("BTCUSDT_1m.csv.gz");
        CandleCsv.Write(Read(TwoMinutes), path);
        byte[] whole = File.ReadAllBytes(path);

        for (int length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(path, whole[..length]);
            CandleDataException exception = Assert.Throws<CandleDataException>(() => CandleCsv.Read(path));
            Assert.Equal(path, exception.File);
        }
    }

    [SkippableFact]
    public void A_real_year_has_every_minute_but_the_80_of_one_outage()
    {
        CandleSeries series = CandleCsv.Read(Repository.Shared("data", "binance-spot", "BTCUSDT_1m_2023.csv.gz"));

        Assert.Equal(("BTCUSDT", Timeframe.OneMinute, 525_520), (series.Symbol, series.Timeframe, series.Count));
        CandleGap gap = Assert.Single(series.Gaps());
        Assert.Equal(new DateTime(2023, 3, 24, 12, 39, 0, DateTimeKind.Utc), gap.After);
        Assert.Equal(80, gap.Missing);
    }

    [SkippableFact]
    public void A_real_year_is_written_as_the_bytes_it_was_read_from()
    {
        string path = Repository.Shared("data", "binance-spot", "BTCUSDT_1h_2023.csv.gz");
        using var written = new MemoryStream();
        CandleCsv.Write(CandleCsv.Read(path), written);

        using var original = new MemoryStream();
        using (var gzip = new GZipStream(File.OpenRead(path), CompressionMode.Decompress))
            gzip.CopyTo(original);

        Assert.Equal(original.ToArray(), written.ToArray());
    }

    private static CandleSeries Read(string text) => CandleCsv.Read(new StringReader(text), "BTCUSDT", Timeframe.OneMinute);
}
