using System.IO.Compression;
using System.Text;
using static TradeBot.MarketData.Tests.Import.ImportText;

namespace TradeBot.MarketData.Tests.Import;

/// <summary>What tells rows apart is read from every row: symbol, timeframe, the flag of closed candles.</summary>
public class ImportSeriesTests
{
    private const string Hours = "2024-01-01 00:00,AAA,100,101,99,100.5,10\n2024-01-01 00:00,BBB,50,51,49,50.5,20\n2024-01-01 01:00,AAA,100.5,102,100,101,11\n2024-01-01 01:00,BBB,50.5,52,50,51,21\n";

    [Theory]
    [InlineData("symbol")]
    [InlineData("pair")]
    [InlineData("Ticker")]
    [InlineData("instId")]
    [InlineData("asset")]
    [InlineData("tic")]
    [InlineData("Name")]
    [InlineData("product_id")]
    public void Rows_of_two_symbols_are_two_series_under_any_usual_name_of_the_column(string column)
    {
        IReadOnlyList<ImportResult> read = ReadAll("all.csv", $"date,{column},open,high,low,close,volume\n{Hours}");

        Assert.Equal(["AAA", "BBB"], read.Select(one => one.Table.Symbol));
        Assert.Equal([100.5, 101], read[0].Table.Close.ToArray());
        Assert.Equal([50.5, 51], read[1].Table.Close.ToArray());
        Assert.All(read, one => Assert.Equal(Timeframe.OneHour, one.Table.Timeframe));
        Assert.All(read, one => Assert.False(one.Validate().HasErrors));
        read[0].AssertSaid($"AAA is taken from the column '{column}'", "2 series");
    }

    [Fact]
    public void Symbols_one_after_the_other_are_two_series_too()
    {
        IReadOnlyList<ImportResult> read = ReadAll(
            "all.csv", "ticker,date,open,high,low,close,volume\nX,2024-01-02,1,2,1,2,5\nX,2024-01-03,2,3,2,3,5\nY,2024-01-04,7,8,7,8,5\nY,2024-01-05,8,9,8,9,5\n");

        Assert.Equal(["X", "Y"], read.Select(one => one.Table.Symbol));
        Assert.Equal([8, 9], read[1].Table.Close.ToArray());
    }

    [Fact]
    public void A_given_symbol_chooses_among_several_and_renames_the_only_one()
    {
        string text = $"date,symbol,open,high,low,close,volume\n{Hours}";

        Assert.Equal([50.5, 51], Read("all.csv", text, new ImportOptions { Symbol = "BBB" }).Table.Close.ToArray());
        CandleDataException none = Refused("all.csv", text, new ImportOptions { Symbol = "CCC" });
        Assert.Equal(("symbol", "AAA, BBB"), (none.Column, none.Value));
        Assert.Equal("MINE", Read("one.csv", "date,symbol,open,high,low,close,volume\n2024-01-01,AAA,1,2,1,2,5\n2024-01-02,AAA,1,2,1,2,5\n", new ImportOptions { Symbol = "MINE" }).Table.Symbol);
    }

    [Fact]
    public void Read_of_one_series_refuses_several() =>
        Assert.Contains("AAA 1h, BBB 1h", Assert.Throws<CandleDataException>(
            () => CandleImport.Read(new MemoryStream(Encoding.UTF8.GetBytes($"date,symbol,open,high,low,close,volume\n{Hours}")), "all.csv")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("underlying")]
    [InlineData("exchange")]
    public void A_column_of_another_name_that_tells_rows_apart_is_named(string column)
    {
        string text = $"date,{column},open,high,low,close,volume\n{Hours}";
        CandleDataException error = Refused("X_1h.csv", text);

        Assert.Equal((3L, column, "BBB"), (error.Row, error.Column, error.Value));
        Assert.Equal(["AAA", "BBB"], ReadAll("X_1h.csv", text, new ImportOptions { SymbolColumn = column }).Select(one => one.Table.Symbol));
    }

    [Fact]
    public void Timeframes_in_one_file_are_series_of_their_own()
    {
        IReadOnlyList<ImportResult> read = ReadAll(
            "BTC.csv",
            "timestamp,symbol,interval,open,high,low,close,volume\n1704067200,BTC,1h,1,2,1,2,5\n1704067200,BTC,1d,1,9,1,3,99\n1704070800,BTC,1h,2,3,2,3,5\n1704153600,BTC,1d,3,9,1,3,99\n");

        Assert.Equal([(Timeframe.OneHour, 2), (Timeframe.OneDay, 2)], read.Select(one => (one.Table.Timeframe, one.Table.Count)));
        Assert.Equal(9, read[1].Table.High[0]);
    }

    [Fact]
    public void A_timeframe_column_with_one_wrong_word_is_refused_with_its_row()
    {
        CandleDataException error = Refused("BTC.csv", "timestamp,symbol,period,open,high,low,close,volume\n1704067200,BTC,1h,1,2,1,2,5\n1704070800,BTC,soon,2,3,2,3,5\n");

        Assert.Equal((3L, "period", "soon"), (error.Row, error.Column, error.Value));
    }

    [Theory]
    [InlineData("confirm", "1", "0")]
    [InlineData("is_closed", "true", "false")]
    [InlineData("closed", "True", "False")]
    [InlineData("isFinal", "1", "0")]
    [InlineData("complete", "true", "false")]
    [InlineData("partial", "0", "1")]
    public void An_open_candle_is_left_out_and_counted(string column, string closed, string open)
    {
        ImportResult read = Read(
            "x.csv",
            $"ts,instId,o,h,l,c,vol,{column}\n1704067200000,BTC-USDT,10,12,9,11,5,{closed}\n1704070800000,BTC-USDT,11,13,10,12,6,{closed}\n1704074400000,BTC-USDT,12,14,11,13,7,{open}\n");

        Assert.Equal([11, 12], read.Table.Close.ToArray());
        Assert.Equal(("BTC-USDT", 1), (read.Table.Symbol, read.StillOpen));
        read.AssertSaid("1 row had not closed and was left out", "column 'instId'");
    }

    [Fact]
    public void A_flag_that_is_none_is_an_unreadable_row()
    {
        ImportResult read = Read("BTC_1h.csv", "ts,o,h,l,c,vol,confirm\n1704067200000,10,12,9,11,5,1\n1704070800000,11,13,10,12,6,maybe\n1704074400000,11,13,10,12,6,1\n");

        RowDefect row = Assert.Single(read.Unreadable);
        Assert.Equal((3L, "confirm", "maybe"), (row.Line, row.Column, row.Value));
    }

    [Fact]
    public void The_rows_of_OKX_without_header_have_their_flag_in_the_ninth_field()
    {
        ImportResult read = Read(
            "BTC-USDT_1h.json",
            """{"code":"0","data":[["1704074400000","12","14","11","13","7","90","90","0"],["1704070800000","11","13","10","12","6","70","70","1"],["1704067200000","10","12","9","11","5","55","55","1"]]}""");

        Assert.Equal([11, 12], read.Table.Close.ToArray());
        Assert.Equal([55, 70], read.Table.Turnover.ToArray());
        Assert.Equal(1, read.StillOpen);
    }

    [Fact]
    public void Rows_that_close_after_the_present_are_left_out()
    {
        const string Text = "timestamp,open,high,low,close,volume\n1704067200,10,12,9,11,5\n1704070800,11,13,10,12,6\n";
        var options = new ImportOptions { Now = Utc(2024, 1, 1, 1, 30) };

        Assert.Equal((1, 1), (Read("X_1h.csv", Text, options).Table.Count, Read("X_1h.csv", Text, options).StillOpen));
        Assert.Contains("none of the", Refused("X_1h.csv", Text, options with { Now = Utc(2024, 1, 1) }).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Spot_and_futures_are_two_symbols()
    {
        const string Text = "[[1704067200000,10,12,9,11,5],[1704070800000,10,12,9,11,5]]";

        Assert.Equal("BTCUSDT", Read("BTC_USDT-1h.json", Text).Table.Symbol);
        Assert.Equal("BTCUSDT_PERP", Read("BTC_USDT_USDT-1h-futures.json", Text).Table.Symbol);
        Assert.Equal("BTCUSD_PERP", Read("BTC_USD_BTC-1h-futures.json", Text).Table.Symbol);
        Assert.Equal("ETHUSDT_240628", Read("ETH_USDT_240628-1h.json", Text).Table.Symbol);
        Assert.Equal("BTCUSDT_PERP", Read("x.csv", "time,symbol,open,high,low,close,volume\n1704067200,BTC/USDT:USDT,10,12,9,11,5\n1704070800,BTC/USDT:USDT,10,12,9,11,5\n").Table.Symbol);
        Assert.Equal("BTCUSDT_PERP", Read("BTCUSDT_PERP_1h.csv", "1704067200,10,12,9,11,5\n").Table.Symbol);
    }

    [Theory]
    [InlineData("BTC_USDT_USDT-1h-mark.json", "mark prices")]
    [InlineData("BTC_USDT_USDT-8h-funding_rate.json", "funding rates")]
    [InlineData("BTC_USDT_USDT-1h-index.json", "index prices")]
    [InlineData("BTC_USDT_USDT-1h-premiumIndex.json", "premium index")]
    [InlineData("BTCUSD2020-01-01_index_price.csv", "index prices")]
    [InlineData("ETHUSDT2024-01-01_premium_index.csv.gz", "premium index")]
    [InlineData("BTCUSDT_mark_1h.csv", "mark prices")]
    [InlineData("BTCUSDT-fundingRate-2024-01.zip", "funding rates")]
    public void Prices_that_are_not_of_trades_are_refused_by_name(string name, string content) =>
        Assert.Contains(content, Refused(name, "[[1704067200000,10,12,9,11,5]]").Message, StringComparison.Ordinal);

    [Fact]
    public void A_folder_of_Binances_archive_tells_the_same()
    {
        Assert.Contains("mark prices", Assert.Throws<CandleDataException>(() => CandleImport.ReadAll("markPriceKlines/BTCUSDT/1m/BTCUSDT-1m-2024-01.zip")).Message, StringComparison.Ordinal);
        Assert.Equal("SP500index", Read("SP500_index_1d.csv", "1704067200,10,12,9,11,5\n").Table.Symbol); // a market of its own
    }

    [Fact]
    public void A_zip_with_several_months_is_one_series()
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "ETHUSDT-1d-2024-02.csv", "1706745600000,3,3,3,3,1\n1706832000000,4,4,4,4,1\n");
            Add(archive, "ETHUSDT-1d-2024-01.csv", "1706572800000,1,1,1,1,1\n1706659200000,2,2,2,2,1\n");
            Add(archive, "ETHUSDT-1d-2024-01.zip.CHECKSUM", "abc");
        }

        zip.Position = 0;
        ImportResult read = CandleImport.Read(zip, "ETHUSDT.zip");

        Assert.Equal([1, 2, 3, 4], read.Table.Close.ToArray());
        Assert.Equal(("ETHUSDT", Timeframe.OneDay), (read.Table.Symbol, read.Table.Timeframe));
        read.AssertSaid("2 parts were joined");
    }

    [Fact]
    public void A_zip_with_two_symbols_is_two_series_and_one_with_mark_prices_is_refused()
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "A-1d.csv", "1706572800000,1,1,1,1,1\n");
            Add(archive, "B-1d.csv", "1706572800000,7,7,7,7,1\n");
        }

        zip.Position = 0;
        Assert.Equal(["A", "B"], CandleImport.ReadAll(zip, "all.zip").Select(read => read.Table.Symbol));

        using (var archive = new ZipArchive(zip, ZipArchiveMode.Update, leaveOpen: true))
            Add(archive, "BTC_USDT_USDT-1d-mark.json", "[[1706572800000,7,7,7,7,1]]");
        zip.Position = 0;
        Assert.Contains("all.zip/BTC_USDT_USDT-1d-mark.json", Assert.Throws<CandleDataException>(() => CandleImport.ReadAll(zip, "all.zip")).Message, StringComparison.Ordinal);
    }

    private static void Add(ZipArchive archive, string name, string text)
    {
        using Stream entry = archive.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes(text));
    }
}
