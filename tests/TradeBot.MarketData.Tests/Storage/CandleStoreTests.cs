using System.Globalization;

namespace TradeBot.MarketData.Tests.Storage;

public sealed class CandleStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<CandleStoreOptions> Layouts => new(
        new CandleStoreOptions(), new CandleStoreOptions { Compress = true }, new CandleStoreOptions { UseCache = false });

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Layouts))]
    public void What_was_written_is_loaded(CandleStoreOptions options)
    {
        CandleStore store = CandleStore.Open(_folder.Path, options);
        CandleSeries series = TestCandles.Minutes(0, 100, turnover: true, synthetic: true);

        Assert.True(store.Replace(series));

        Assert.Equal(series.ContentHash, store.Load("BTCUSDT", Timeframe.OneMinute).ContentHash);
        Assert.True(File.Exists(_folder.File(options.Compress ? "BTCUSDT_1m.csv.gz" : "BTCUSDT_1m.csv")));
    }

    [Fact]
    public void What_is_not_held_is_not_loaded_and_the_error_names_it()
    {
        CandleStore store = CandleStore.Open(_folder.File("nowhere"));

        Assert.False(store.TryLoad("BTCUSDT", Timeframe.OneHour, out _));
        FileNotFoundException exception = Assert.Throws<FileNotFoundException>(() => store.Load("BTCUSDT", Timeframe.OneHour));
        Assert.Contains("BTCUSDT 1h", exception.Message, StringComparison.Ordinal);
        Assert.Contains("the folder does not exist", exception.Message, StringComparison.Ordinal);
        Assert.Empty(store.List());
        Assert.False(Directory.Exists(store.Folder));
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Appending_adds_later_candles(CandleStoreOptions options)
    {
        CandleStore store = CandleStore.Open(_folder.Path, options);
        store.Append(TestCandles.Minutes(0, 3));
        store.Append(TestCandles.Minutes(3, 1));
        store.Append(TestCandles.Minutes(10, 2));

        Assert.Equal([0, 1, 2, 3, 10, 11], TestCandles.MinutesOf(store.Load("BTCUSDT", Timeframe.OneMinute)));
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Appending_a_candle_not_later_than_the_last_is_refused(CandleStoreOptions options)
    {
        CandleStore store = CandleStore.Open(_folder.Path, options);
        store.Append(TestCandles.Minutes(0, 3));

        ArgumentException exception = Assert.Throws<ArgumentException>(() => store.Append(TestCandles.Minutes(2, 2)));

        Assert.Contains("2023-01-01 00:02:00Z", exception.Message, StringComparison.Ordinal);
        Assert.Equal(3, store.Load("BTCUSDT", Timeframe.OneMinute).Count);
    }

    [Theory]
    [InlineData("BTCUSDT_1m", 7)]
    [InlineData("BTCUSDT_1h", null)]
    [InlineData("ETHUSDT_1m", null)]
    [InlineData("BTCUSDT", null)]
    [InlineData("BTCUSDT_soon", null)]
    [InlineData("_1m", null)]
    public void A_table_is_named_by_symbol_and_timeframe(string name, int? candles)
    {
        CandleStore store = CandleStore.Open(_folder.Path);
        store.Replace(TestCandles.Minutes(0, 7));

        Assert.Equal(candles, store.Table(name)?.Count());
    }

    [Fact]
    public void Appending_to_a_long_file_leaves_its_bytes_in_place()
    {
        CandleStore store = CandleStore.Open(_folder.Path);
        store.Replace(TestCandles.Minutes(0, 5_000));
        byte[] before = File.ReadAllBytes(_folder.File("BTCUSDT_1m.csv"));
        using FileStream sameFile = File.OpenRead(_folder.File("BTCUSDT_1m.csv"));

        store.Append(TestCandles.Minutes(5_000, 1));

        byte[] after = new byte[sameFile.Length]; // a file replaced by a new one would still have its old length here
        sameFile.ReadExactly(after);
        Assert.Equal(before, after[..before.Length]);
        Assert.Equal(5_001, store.Load("BTCUSDT", Timeframe.OneMinute).Count);
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Upserting_fills_between_replaces_and_extends(CandleStoreOptions options)
    {
        CandleStore store = CandleStore.Open(_folder.Path, options);
        store.Upsert(TestCandles.Minutes(4, 2));
        store.Upsert(TestCandles.Minutes(0, 2));
        store.Upsert(TestCandles.Minutes(1, 4, revision: 7));

        CandleSeries held = store.Load("BTCUSDT", Timeframe.OneMinute);
        Assert.Equal([0, 1, 2, 3, 4, 5], TestCandles.MinutesOf(held));
        Assert.Equal([10, 17, 17, 17, 17, 10], held.Volume.ToArray());
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void What_is_held_already_is_not_written_again(CandleStoreOptions options)
    {
        CandleStore store = CandleStore.Open(_folder.Path, options);
        CandleSeries series = TestCandles.Minutes(0, 200, turnover: true);
        store.Replace(series);
        string path = Directory.GetFiles(_folder.Path, "*.csv*").Single();
        File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch);

        Assert.False(store.Replace(series));
        Assert.False(store.Upsert(series));
        Assert.False(store.Upsert(series.Slice(50, 20)));
        Assert.False(store.Append(series.Slice(0, 0)));
        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(path));
    }

    [Fact]
    public void An_overlapping_fetch_appends_only_what_is_new()
    {
        CandleStore store = CandleStore.Open(_folder.Path);
        store.Replace(TestCandles.Minutes(0, 5_000));
        using FileStream sameFile = File.OpenRead(_folder.File("BTCUSDT_1m.csv"));
        long before = sameFile.Length;

        Assert.True(store.Upsert(TestCandles.Minutes(4_900, 101)));

        Assert.InRange(sameFile.Length, before + 1, before + 100);
        Assert.Equal(TestCandles.Minutes(0, 5_001).ContentHash, store.Load("BTCUSDT", Timeframe.OneMinute).ContentHash);
    }

    [Fact]
    public void A_column_that_comes_later_is_unknown_before()
    {
        CandleStore store = CandleStore.Open(_folder.Path);
        store.Append(TestCandles.Minutes(0, 1));
        store.Append(TestCandles.Minutes(1, 1, turnover: true));
        store.Append(TestCandles.Minutes(3, 1, synthetic: true));
        store.Append(TestCandles.Minutes(4, 1));

        CandleSeries held = store.Load("BTCUSDT", Timeframe.OneMinute);
        Assert.Equal([double.NaN, 101, double.NaN, double.NaN], held.Turnover.ToArray());
        Assert.Equal([false, false, true, false], held.Synthetic.ToArray());
    }

    [Fact]
    public void Deleting_removes_the_candles_and_their_cache()
    {
        CandleStore store = CandleStore.Open(_folder.Path);
        store.Replace(TestCandles.Minutes(0, 5_000));
        store.Load("BTCUSDT", Timeframe.OneMinute);
        Assert.Single(Directory.GetFiles(_folder.File(".cache")));

        Assert.True(store.Delete("BTCUSDT", Timeframe.OneMinute));

        Assert.False(store.Delete("BTCUSDT", Timeframe.OneMinute));
        Assert.Empty(store.List());
        Assert.Empty(Directory.GetFiles(_folder.File(".cache")));
    }

    [Fact]
    public void Lists_what_it_holds_by_symbol_and_timeframe()
    {
        CandleStore store = CandleStore.Open(_folder.Path);
        store.Replace(TestCandles.Minutes(0, 5_000));
        store.Replace(TestCandles.Minutes(60, 1, timeframe: Timeframe.OneMonth));
        store.Replace(TestCandles.Minutes(0, 2, symbol: "ADAUSDT"));
        store.Replace(TestCandles.Minutes(0, 0, symbol: "ZRXUSDT"));
        File.WriteAllText(_folder.File("notes.csv"), "not candles");
        File.WriteAllText(_folder.File("BTCUSDT_1m_2023.csv"), "a file of another layout");

        CandleStoreEntry[] expected =
        [
            new("ADAUSDT", Timeframe.OneMinute, 2, At(0, 0), At(0, 1)),
            new("BTCUSDT", Timeframe.OneMinute, 5_000, At(0, 0), At(83, 19)),
            new("BTCUSDT", Timeframe.OneMonth, 1, At(1, 0), At(1, 0)),
            new("ZRXUSDT", Timeframe.OneMinute, 0, null, null),
        ];
        Assert.Equal(expected, store.List());
        Assert.Equal(expected, store.List()); // the second time from the cache
        Assert.True(File.Exists(_folder.File("BTCUSDT_1mo.csv"))); // 1M and 1m are one name where case is ignored

        static DateTime At(int hour, int minute) => new DateTime(2023, 1, 1, 0, minute, 0, DateTimeKind.Utc).AddHours(hour);
    }

    [Theory]
    [InlineData("../BTC")]
    [InlineData("BTC/USDT")]
    [InlineData("")]
    [InlineData(".BTC")]
    [InlineData("BTC USDT")]
    public void A_symbol_that_is_no_file_name_is_refused(string symbol)
    {
        Assert.Throws<ArgumentException>(() => CandleStore.Open(_folder.Path).TryLoad(symbol, Timeframe.OneMinute, out _));
    }

    [Fact]
    public void Two_files_of_one_series_are_refused()
    {
        CandleStore.Open(_folder.Path).Replace(TestCandles.Minutes(0, 1));
        CandleCsv.Write(TestCandles.Minutes(0, 2), _folder.File("BTCUSDT_1m.csv.gz"));

        IOException exception = Assert.Throws<IOException>(() => CandleStore.Open(_folder.Path).Load("BTCUSDT", Timeframe.OneMinute));

        Assert.Contains("only one can be authoritative", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_compressed_file_stays_compressed()
    {
        CandleStore.Open(_folder.Path, new CandleStoreOptions { Compress = true }).Replace(TestCandles.Minutes(0, 1));

        CandleStore.Open(_folder.Path).Append(TestCandles.Minutes(1, 1));

        Assert.Equal(2, CandleCsv.Read(_folder.File("BTCUSDT_1m.csv.gz")).Count);
        Assert.False(File.Exists(_folder.File("BTCUSDT_1m.csv")));
    }

    [Fact]
    public void A_damaged_file_stops_loading_and_merging_but_can_be_replaced()
    {
        CandleStore store = CandleStore.Open(_folder.Path);
        File.WriteAllText(_folder.File("BTCUSDT_1m.csv"), "timestamp,open,high,low,close,volume\n1672531200000,1,1,1,x,1\n");

        CandleDataException exception = Assert.Throws<CandleDataException>(() => store.Load("BTCUSDT", Timeframe.OneMinute));
        Assert.Equal(2, exception.Row);
        Assert.Equal(2, Assert.Throws<CandleDataException>(() => store.Append(TestCandles.Minutes(1, 1))).Row);
        Assert.Equal(2, Assert.Throws<CandleDataException>(() => store.Upsert(TestCandles.Minutes(1, 1))).Row);

        Assert.True(store.Replace(TestCandles.Minutes(0, 1)));
        Assert.Single(store.Load("BTCUSDT", Timeframe.OneMinute));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    public void Keeps_exactly_the_last_candles_whatever_the_write(int keep)
    {
        CandleStore store = CandleStore.Open(_folder.Path, new CandleStoreOptions { KeepLast = keep });

        store.Replace(TestCandles.Minutes(0, 120));
        AssertHeld(120);
        store.Append(TestCandles.Minutes(120, 1));
        AssertHeld(121);
        store.Upsert(TestCandles.Minutes(100, 100));
        AssertHeld(200);
        store.Upsert(TestCandles.Minutes(0, 10)); // older than what is kept
        AssertHeld(200);

        void AssertHeld(int end) => Assert.Equal(
            Enumerable.Range(end - keep, keep), TestCandles.MinutesOf(store.Load("BTCUSDT", Timeframe.OneMinute)));
    }

    [Fact]
    public void Keeping_less_than_one_candle_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new CandleStoreOptions { KeepLast = 0 });
    }

    [Fact]
    public void Numbers_are_invariant_whatever_the_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        var german = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (german.NumberFormat.NumberDecimalSeparator, german.NumberFormat.NegativeSign) = (",", "~");
        CultureInfo.CurrentCulture = german;
        try
        {
            CandleStore store = CandleStore.Open(_folder.Path);
            store.Replace(TestCandles.Minutes(0, 2, turnover: true));
            store.Append(TestCandles.Minutes(2, 1, turnover: true));

            Assert.Equal(100.25, store.Load("BTCUSDT", Timeframe.OneMinute).Close[0]);
            Assert.Equal("1672531200000,100,101.5,99.5,100.25,10,100", File.ReadAllLines(_folder.File("BTCUSDT_1m.csv"))[1]);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
