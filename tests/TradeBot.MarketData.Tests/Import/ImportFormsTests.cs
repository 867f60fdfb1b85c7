using System.Text;
using static TradeBot.MarketData.Tests.Import.ImportText;

namespace TradeBot.MarketData.Tests.Import;

/// <summary>Files as programs and countries write them: numbers, dates, times of day, zones.</summary>
public class ImportFormsTests
{
    [Fact]
    public void A_German_file_has_semicolons_decimal_commas_and_the_day_first()
    {
        ImportResult read = Read("BTC_1d.csv", "Datum;Eröffnung;Hoch;Tief;Schlusskurs;Volumen\n02.01.2024;42280,14;42500,00;42000,5;42300,1;1.234,5\n03.01.2024;42300,1;42.600,00;42100;42200;999\n");

        Assert.Equal(new Candle(Utc(2024, 1, 2), 42280.14, 42500, 42000.5, 42300.1, 1234.5, double.NaN), read.Rows()[0]);
        Assert.Equal(new Candle(Utc(2024, 1, 3), 42300.1, 42600, 42100, 42200, 999, double.NaN), read.Rows()[1]);
        read.AssertSaid("decimal comma", "day first");
    }

    [Fact]
    public void German_rows_without_header_are_read_too() => Assert.Equal(
        new Candle(Utc(2024, 1, 2), 42280.14, 42500, 42000.5, 42300.1, 12, double.NaN),
        Read("BTC_1d.csv", "02.01.2024;42280,14;42500,00;42000,5;42300,1;12\n").Rows()[0]);

    [Fact]
    public void Dukascopy_writes_GMT_with_milliseconds()
    {
        ImportResult read = Read(
            "EURUSD_Candlestick_1_M_BID_01.01.2024-02.01.2024.csv",
            "Gmt time,Open,High,Low,Close,Volume\n01.01.2024 22:04:00.000,1.10427,1.10429,1.10425,1.10428,2.97\n01.01.2024 22:05:00.000,1.10428,1.1043,1.10427,1.10429,4.05\n");

        Assert.Equal(new Candle(Utc(2024, 1, 1, 22, 4), 1.10427, 1.10429, 1.10425, 1.10428, 2.97, double.NaN), read.Rows()[0]);
        Assert.Equal(("EURUSD", Timeframe.OneMinute), (read.Table.Symbol, read.Table.Timeframe));
    }

    [Fact]
    public void Dukascopys_local_time_has_its_offset() => Assert.Equal(
        Utc(2024, 1, 1, 21, 4),
        Read("EURUSD_1m.csv", "Local time,Open,High,Low,Close,Volume\n01.01.2024 22:04:00.000 GMT+0100,1.10427,1.10429,1.10425,1.10428,2.97\n").Table[0].OpenTime);

    [Fact]
    public void Investing_com_writes_thousands_names_of_months_and_suffixes()
    {
        ImportResult read = Read(
            "BTC_1d.csv",
            "\"Date\",\"Price\",\"Open\",\"High\",\"Low\",\"Vol.\",\"Change %\"\n\"Jan 03, 2024\",\"42,845.2\",\"44,948.0\",\"45,503.2\",\"40,813.5\",\"1.09M\",\"-4.68%\"\n\"Jan 02, 2024\",\"44,946.9\",\"44,183.4\",\"45,885.4\",\"44,166.0\",\"62.90K\",\"1.73%\"\n");

        Assert.Equal(
            [new Candle(Utc(2024, 1, 2), 44183.4, 45885.4, 44166, 44946.9, 62900, double.NaN), new Candle(Utc(2024, 1, 3), 44948, 45503.2, 40813.5, 42845.2, 1_090_000, double.NaN)],
            read.Rows());
    }

    [Fact]
    public void Investing_com_writes_the_month_first_in_numbers() => Assert.Equal(
        [Utc(2024, 1, 12), Utc(2024, 1, 13)],
        Read("BTC_1d.csv", "\"Date\",\"Price\",\"Open\",\"High\",\"Low\",\"Vol.\"\n\"01/12/2024\",\"2\",\"1\",\"2\",\"1\",\"5\"\n\"01/13/2024\",\"2\",\"1\",\"2\",\"1\",\"5\"\n").Rows().Select(row => row.OpenTime));

    [Fact]
    public void MetaTrader_5_separates_with_tabs_and_splits_the_time()
    {
        ImportResult read = Read(
            "EURUSD_M1_202401020000_202401020001.csv",
            "<DATE>\t<TIME>\t<OPEN>\t<HIGH>\t<LOW>\t<CLOSE>\t<TICKVOL>\t<VOL>\t<SPREAD>\n2024.01.02\t00:00:00\t1.10427\t1.10429\t1.10425\t1.10428\t31\t0\t5\n2024.01.02\t00:01:00\t1.10428\t1.1043\t1.10427\t1.10429\t42\t0\t5\n");

        Assert.Equal(new Candle(Utc(2024, 1, 2, 0, 1), 1.10428, 1.1043, 1.10427, 1.10429, 42, double.NaN), read.Rows()[1]);
        Assert.Equal(("EURUSD", Timeframe.OneMinute), (read.Table.Symbol, read.Table.Timeframe));
        read.AssertSaid("'<TICKVOL>', the number of price changes", "with '<TIME>'", "MetaTrader");
    }

    [Fact]
    public void MetaTrader_5_exports_UTF_16()
    {
        const string Text = "<DATE>\t<OPEN>\t<HIGH>\t<LOW>\t<CLOSE>\t<TICKVOL>\t<VOL>\t<SPREAD>\n2024.01.02\t1.1\t1.2\t1\t1.15\t31\t7\t5\n";
        using var stream = new MemoryStream([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Text)]);

        Assert.Equal(7, CandleImport.Read(stream, "EURUSD_D1.csv").Table.Volume[0]);
    }

    [Fact]
    public void MetaTrader_4_has_no_header() => Assert.Equal(
        new Candle(Utc(2024, 1, 2, 13, 1), 1.10428, 1.1043, 1.10427, 1.10429, 42, double.NaN),
        Read("EURUSD_1m.csv", "2024.01.02,13:00,1.10427,1.10429,1.10425,1.10428,31\n2024.01.02,13:01,1.10428,1.1043,1.10427,1.10429,42\n").Rows()[1]);

    [Fact]
    public void Stooq_has_ticker_period_and_a_time_of_digits()
    {
        ImportResult read = Read(
            "aapl_us.txt",
            "<TICKER>,<PER>,<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>,<OPENINT>\nAAPL.US,60,20240102,160000,187,188,183,185,100,0\nAAPL.US,60,20240102,170000,185,186,184,185.5,90,0\n");

        Assert.Equal([Utc(2024, 1, 2, 16), Utc(2024, 1, 2, 17)], read.Rows().Select(row => row.OpenTime));
        Assert.Equal(("AAPL.US", Timeframe.OneHour), (read.Table.Symbol, read.Table.Timeframe));
        Assert.Equal(Utc(2024, 1, 2), Read("x.txt", "<TICKER>,<PER>,<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>,<OPENINT>\nAAPL.US,D,20240102,000000,187,188,183,185,100,0\n").Table[0].OpenTime);
    }

    [Theory]
    [InlineData("Date,Time,Open,High,Low,Close,Volume\n2024-01-02,09:30,1,2,1,2,5\n2024-01-02,09:31,1,2,1,2,5\n")]
    [InlineData("Time,Date,Open,High,Low,Close,Volume\n09:30:00,2024-01-02,1,2,1,2,5\n09:31:00,2024-01-02,1,2,1,2,5\n")]
    [InlineData("date,time,open,high,low,close,volume\n20240102,93000,1,2,1,2,5\n20240102,93100,1,2,1,2,5\n")]
    [InlineData("date,time,open,high,low,close,volume\n01/13/2024,9:30 AM,1,2,1,2,5\n01/13/2024,9:31 AM,1,2,1,2,5\n")]
    public void Date_and_time_in_two_columns_are_one_moment(string text) =>
        Assert.Equal((9, 30), (Read("X_1m.csv", text).Table[0].OpenTime.Hour, Read("X_1m.csv", text).Table[0].OpenTime.Minute));

    [Theory]
    [InlineData("2024-01-02T09:30:00.000000000Z", "2024-01-02T09:31:00.000000000Z")]
    [InlineData("1704187800000000000", "1704187860000000000")]
    public void Databento_names_the_open_time_ts_event(string first, string second)
    {
        ImportResult read = Read("bars.csv", $"ts_event,rtype,publisher_id,instrument_id,open,high,low,close,volume,symbol\n{first},33,1,5,1,2,1,2,5,ESH4\n{second},33,1,5,1,2,1,2,5,ESH4\n");
        Assert.Equal(("ESH4", Timeframe.OneMinute, new DateTime(2024, 1, 2, 9, 30, 0, DateTimeKind.Utc)), (read.Table.Symbol, read.Table.Timeframe, read.Table[0].OpenTime));
    }

    [Theory]
    [InlineData("x_1h.xlsx", "an Excel file")]
    [InlineData("x_1h.pkl", "a pickle file")]
    public void A_binary_file_is_named_with_its_article(string name, string what) =>
        Assert.Contains($"this is {what}, which import does not support", Assert.Throws<CandleDataException>(() => Read(name, "PAT")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("2024-01-02T09:30:00.000000000Z", 0)]
    [InlineData("2024-01-02 09:30:00.123456789", 123)]
    [InlineData("2024-01-02T04:30:00.000000000-05:00", 0)]
    [InlineData("2024-01-02T09:30:00+0000", 0)]
    [InlineData("20240102 093000", 0)]
    [InlineData("20240102T093000Z", 0)]
    [InlineData("20240102093000", 0)]
    [InlineData("202401020930", 0)]
    [InlineData("2 Jan 2024 09:30", 0)]
    [InlineData("02-Jan-2024 9:30 AM", 0)]
    [InlineData("January 2, 2024 09:30", 0)]
    public void A_moment_is_read_however_it_is_written(string time, int millisecond) => Assert.Equal(
        Utc(2024, 1, 2, 9, 30).AddMilliseconds(millisecond),
        Read("X_1m.csv", $"date,open,high,low,close,volume\n\"{time}\",10,12,9,11,5\n").Table[0].OpenTime);

    [Fact]
    public void A_date_of_eight_digits_is_no_count_of_seconds() =>
        Assert.Equal(Utc(2024, 1, 2), Read("X_1d.csv", "date,open,high,low,close,volume\n20240102,10,12,9,11,5\n").Table[0].OpenTime);

    [Theory]
    [InlineData("01/02/2024", "02/02/2024")]
    [InlineData("03-04-2024", "12-12-2024")]
    public void Day_and_month_that_no_row_tells_apart_are_refused(string first, string second)
    {
        string text = $"date,open,high,low,close,volume\n{first},10,12,9,11,5\n{second},10,12,9,11,5\n";
        CandleDataException error = Refused("X_1d.csv", text);

        Assert.Equal((2L, "date", first), (error.Row, error.Column, error.Value));
        Assert.Equal(int.Parse(first[..2], System.Globalization.CultureInfo.InvariantCulture), Read("X_1d.csv", text, new ImportOptions { DateOrder = DateOrder.DayFirst }).Table[0].OpenTime.Day);
        Assert.Equal(int.Parse(first[..2], System.Globalization.CultureInfo.InvariantCulture), Read("X_1d.csv", text, new ImportOptions { DateOrder = DateOrder.MonthFirst }).Table[0].OpenTime.Month);
    }

    [Theory]
    [InlineData("01/02/2024", "13/02/2024", 2)]
    [InlineData("01/02/2024", "02/13/2024", 1)]
    [InlineData("05.06.2024", "31.07.2024", 6)]
    public void A_later_row_tells_the_order_of_the_first(string first, string second, int month) =>
        Assert.Equal(month, Read("X_1d.csv", $"date,open,high,low,close,volume\n{first},10,12,9,11,5\n{second},10,12,9,11,5\n").Table[0].OpenTime.Month);

    [Fact]
    public void Dates_that_contradict_each_other_are_refused() =>
        Assert.Contains("all have the day first", Refused("X_1d.csv", "date,open,high,low,close,volume\n13/02/2024,10,12,9,11,5\n02/14/2024,10,12,9,11,5\n").Message, StringComparison.Ordinal);

    [Fact]
    public void Numbers_that_may_be_thousands_or_thousandths_are_refused()
    {
        const string Text = "Datum;Eröffnung;Hoch;Tief;Schluss;Volumen\n02.01.2024;42,280;42,500;42,000;42,300;12\n";

        CandleDataException error = Refused("X_1d.csv", Text);
        Assert.Equal((2L, "42,280"), (error.Row, error.Value));
        Assert.Equal(42.28, Read("X_1d.csv", Text, new ImportOptions { DecimalSeparator = ',' }).Table[0].Open);
        Assert.Equal(42280, Read("X_1d.csv", Text, new ImportOptions { DecimalSeparator = '.' }).Table[0].Open);
    }

    [Theory]
    [InlineData("\"42,280\"", 42280)]
    [InlineData("\"$42,280.14\"", 42280.14)]
    [InlineData("42280.5", 42280.5)]
    [InlineData("1.234", 1.234)]
    [InlineData("\"1 234.5\"", 1234.5)]
    public void Numbers_between_commas_have_a_decimal_point(string number, double value) =>
        Assert.Equal(value, Read("X_1d.csv", $"date,open,high,low,close,volume\n2024-01-02,{number},{number},{number},{number},12\n").Table[0].Open);

    [Fact]
    public void A_field_that_cannot_be_read_is_named()
    {
        ImportResult read = Read("X_1d.csv", "date;open;high;low;close;volume\n2024-01-02;1,5;2,5;1,25;2,0;5\n2024-01-03;1,5;2.55;1,25;2,0;5\n2024-01-04;1,5;2,5;1,25;2,0;5\n2024-01-05;1,5;2,5;1,25;2,0;5\n2024-01-06;1,5;2,5;1,25;2,0;5\n2024-01-07;1,5;2,5;1,25;2,0;5\n");

        RowDefect row = Assert.Single(read.Unreadable);
        Assert.Equal((3L, "high", "2.55"), (row.Line, row.Column, row.Value));
        CandleDataException error = Refused("X_1d.csv", "date,open,high,low,close,volume\n2024-01-02,1,2,n/a,2,5\n");
        Assert.Equal((2L, "low", "n/a"), (error.Row, error.Column, error.Value));
    }

    [Theory]
    [InlineData("34200000,1300000,1300500,1299500,1300000,1000\n", "out of range")] // milliseconds since midnight
    [InlineData("45292,1,2,1,2,5\n", "out of range")] // days, as spreadsheets count
    [InlineData("17040672000,1,2,1,2,5\n", "out of range")] // tenths of a second
    [InlineData("1704067200,1,2,1,2,5\n1704127200,1,2,1,2,5\n1704187200,1,2,1,2,5\n", "1,000 candles apart")]
    [InlineData("2024-01-01,1,2,1,2,5\n2024-01-02,1,2,1,2,5\n2024-01-03,1,2,1,2,5\n", "1,440 candles apart")]
    public void Times_that_cannot_be_are_refused(string text, string reason)
    {
        Assert.Contains(reason, Refused("X.csv", text, new ImportOptions { Symbol = "X", Timeframe = Timeframe.OneMinute }).Message, StringComparison.Ordinal);
        Assert.Contains(reason, Refused("X.csv", "time,open,high,low,close,volume\n" + text, new ImportOptions { Symbol = "X", Timeframe = Timeframe.OneMinute }).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Old_counts_are_read_when_their_unit_is_given() => Assert.Equal(
        Utc(1971, 1, 31, 20),
        Read("X_1m.csv", "time,open,high,low,close,volume\n34200000,1,2,1,2,5\n", new ImportOptions { TimeUnit = TimeUnit.Seconds }).Table[0].OpenTime);

    [SkippableFact]
    public void Both_hours_of_an_autumn_night_are_right()
    {
        var options = new ImportOptions { TimeZone = Zone("America/New_York") };
        const string Header = "date,open,high,low,close,volume\n";
        string rows = string.Concat(new[] { "00:00", "01:00", "01:00", "02:00" }.Select((time, i) => $"2023-11-05 {time},{i + 1},{i + 1},{i + 1},{i + 1},5\n"));
        string newestFirst = string.Concat(rows.Split('\n', StringSplitOptions.RemoveEmptyEntries).Reverse().Select(row => row + "\n"));

        DateTime[] expected = [Utc(2023, 11, 5, 4), Utc(2023, 11, 5, 5), Utc(2023, 11, 5, 6), Utc(2023, 11, 5, 7)];
        foreach (string text in (string[])[rows, newestFirst])
        {
            ImportResult read = Read("X_1h.csv", Header + text, options);
            Assert.Equal(expected, read.Rows().Select(row => row.OpenTime));
            Assert.Equal([1, 2, 3, 4], read.Table.Close.ToArray());
        }

        // Half hours, and Berlin.
        string halves = string.Concat(new[] { "02:00", "02:30", "02:00", "02:30", "03:00" }.Select(time => $"2023-10-29 {time},1,1,1,1,5\n"));
        Assert.Equal(
            [Utc(2023, 10, 29, 0), Utc(2023, 10, 29, 0, 30), Utc(2023, 10, 29, 1), Utc(2023, 10, 29, 1, 30), Utc(2023, 10, 29, 2)],
            Read("X_30m.csv", Header + halves, new ImportOptions { TimeZone = Zone("Europe/Berlin") }).Rows().Select(row => row.OpenTime));
    }

    [SkippableFact]
    public void A_spring_hour_that_there_is_not_is_unreadable_and_offsets_and_days_stay()
    {
        var options = new ImportOptions { TimeZone = Zone("America/New_York") };

        ImportResult read = Read("X_1h.csv", "date,open,high,low,close,volume\n2024-03-10 01:00,1,1,1,1,5\n2024-03-10 02:00,1,1,1,1,5\n2024-03-10 03:00,1,1,1,1,5\n", options);
        Assert.Equal([Utc(2024, 3, 10, 6), Utc(2024, 3, 10, 7)], read.Rows().Select(row => row.OpenTime));
        Assert.Equal((3L, "date"), (Assert.Single(read.Unreadable).Line, read.Unreadable[0].Column));

        Assert.Equal(Utc(2024, 1, 2, 9), Read("X_1h.csv", "date,open,high,low,close,volume\n2024-01-02T09:00:00Z,1,1,1,1,5\n", options).Table[0].OpenTime);
        Assert.Equal(Utc(2024, 1, 2), Read("X_1d.csv", "date,open,high,low,close,volume\n2024-01-02,1,1,1,1,5\n", options).Table[0].OpenTime);
        Assert.Throws<ArgumentException>(() => Read("X_1d.csv", "2024-01-02,1,1,1,1,5\n", options with { ClockOffset = TimeSpan.FromHours(3) }));
    }

    [Theory]
    [InlineData("BTC_USDT-1h.feather", "ARROW1\0\0", "Feather")]
    [InlineData("BTC_USDT-1h.feather", "anything", "Feather")]
    [InlineData("x_1h.parquet", "PAR1\u0015", "Parquet")]
    [InlineData("x_1h.csv", "PAR1\u0015", "Parquet")]
    [InlineData("x_1h.xlsx", "anything", "Excel")]
    [InlineData("x_1h.csv", "<!DOCTYPE html><html></html>", "web page")]
    public void What_is_no_text_of_candles_is_refused_with_a_sentence(string name, string content, string kind) =>
        Assert.Contains(kind, Refused(name, content).Message, StringComparison.Ordinal);

    private static TimeZoneInfo Zone(string name)
    {
        bool isKnown = TimeZoneInfo.TryFindSystemTimeZoneById(name, out TimeZoneInfo? zone);
        Skip.IfNot(isKnown, $"This system does not know the zone {name}.");
        return zone!;
    }
}
