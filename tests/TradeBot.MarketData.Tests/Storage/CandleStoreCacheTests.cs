using System.Buffers.Binary;
using TradeBot.Testing;

namespace TradeBot.MarketData.Tests.Storage;

public sealed class CandleStoreCacheTests : IDisposable
{
    private const int Count = 5_000;

    private readonly TemporaryFolder _folder = new();
    private readonly CandleStore _store;
    private readonly CandleSeries _series = TestCandles.Minutes(0, Count, turnover: true, synthetic: true);

    public CandleStoreCacheTests()
    {
        _store = CandleStore.Open(_folder.Path);
        _store.Replace(_series);
        _store.Load("BTCUSDT", Timeframe.OneMinute);
    }

    private string Csv => _folder.File("BTCUSDT_1m.csv");

    private string Cache => Directory.GetFiles(_folder.File(".cache")).Single();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void From_the_cache_comes_the_same_as_from_the_text()
    {
        Assert.Equal(_series.ContentHash, Load().ContentHash);
    }

    [Fact]
    public void The_cache_is_what_is_read()
    {
        // Were the text parsed, each load would have arrays of its own.
        Assert.True(Load().Close.Overlaps(Load().Close));
    }

    [Fact]
    public void A_store_may_do_without()
    {
        CandleStore store = CandleStore.Open(_folder.Path, new CandleStoreOptions { UseCache = false });

        Assert.False(store.Load("BTCUSDT", Timeframe.OneMinute).Close.Overlaps(Load().Close));
    }

    [Fact]
    public void A_folder_that_no_store_wrote_in_gets_none()
    {
        using var other = new TemporaryFolder();
        File.Copy(Csv, other.File("BTCUSDT_1m.csv"));
        CandleStore store = CandleStore.Open(other.Path);
        Assert.Single(store.List());
        Assert.Equal(_series.ContentHash, store.Load("BTCUSDT", Timeframe.OneMinute).ContentHash);
        Assert.Equal([other.File("BTCUSDT_1m.csv")], Directory.GetFileSystemEntries(other.Path));

        store.Upsert(TestCandles.Minutes(0, 50, symbol: "ETHUSDT"));
        store.Load("BTCUSDT", Timeframe.OneMinute);
        Assert.Single(Directory.GetFiles(other.File(".cache")));
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("CON")]
    [InlineData("aux.1")]
    [InlineData("BTC.")]
    public void A_symbol_that_is_no_file_name_everywhere_is_refused(string symbol) =>
        Assert.Contains($"'{symbol}' cannot be part of a file name", Assert.Throws<ArgumentException>(() => _store.TryLoad(symbol, Timeframe.OneMinute, out _)).Message, StringComparison.Ordinal);

    [Fact]
    public void Short_files_have_no_cache()
    {
        _store.Replace(TestCandles.Minutes(0, 50, symbol: "ETHUSDT"));
        _store.Load("ETHUSDT", Timeframe.OneMinute);

        Assert.Contains("BTCUSDT_1m", Cache, StringComparison.Ordinal); // which is the only one
    }

    [Fact]
    public void Deleting_the_cache_loses_nothing()
    {
        Directory.Delete(_folder.File(".cache"), recursive: true);

        Assert.Equal(_series.ContentHash, Load().ContentHash);
        Assert.Equal(_series.ContentHash, Load().ContentHash);
    }

    [Fact]
    public void A_text_of_the_same_length_and_time_with_another_content_is_seen()
    {
        DateTime written = File.GetLastWriteTimeUtc(Csv);
        string text = File.ReadAllText(Csv);
        int last = text.LastIndexOf(",10,", StringComparison.Ordinal);
        string edited = string.Concat(text.AsSpan(0, last), ",11,", text.AsSpan(last + 4));
        File.WriteAllText(Csv, edited);
        File.SetLastWriteTimeUtc(Csv, written);

        Assert.Equal(text.Length, new FileInfo(Csv).Length);
        Assert.Equal(11, Load().Volume[^1]);
        Assert.Equal(11, Load().Volume[^1]);
        Assert.Contains("BTCUSDT_1m", Cache, StringComparison.Ordinal); // the former cache is gone
    }

    [Fact]
    public void Whatever_bit_of_the_cache_is_flipped_the_text_is_read()
    {
        byte[] sound = File.ReadAllBytes(Cache);
        var random = new Random(7);
        int[] places = [.. Enumerable.Range(0, 96), .. Enumerable.Range(0, 100).Select(_ => random.Next(4_096, sound.Length))];
        foreach (int place in places)
        {
            byte[] flipped = [.. sound];
            flipped[place] ^= (byte)(1 << random.Next(8));
            AssertIgnored(flipped);
        }
    }

    [Fact]
    public void A_cache_that_was_cut_extended_or_emptied_is_ignored()
    {
        byte[] sound = File.ReadAllBytes(Cache);
        foreach (int length in (int[])[0, 1, 95, 4_095, 4_096, 10_000, sound.Length - 1])
            AssertIgnored(sound[..length]);
        AssertIgnored([.. sound, 0]);
        AssertIgnored(new byte[sound.Length]);
    }

    [Fact]
    public void A_cache_of_another_version_or_byte_order_is_ignored()
    {
        byte[] sound = File.ReadAllBytes(Cache);
        foreach ((int place, byte change) in ((int, byte)[])[(8, 2), (12, 1)])
        {
            byte[] other = [.. sound];
            other[place] ^= change;
            UInt128 digest = ContentDigest.Of(other.AsSpan(0, 80)); // even where the page is whole
            BinaryPrimitives.WriteUInt128LittleEndian(other.AsSpan(80), digest);
            AssertIgnored(other);
        }
    }

    [Fact]
    public void The_cache_of_another_series_under_this_name_is_ignored()
    {
        string mine = Cache;
        _store.Replace(TestCandles.Minutes(0, Count, revision: 5, symbol: "ETHUSDT"));
        _store.Load("ETHUSDT", Timeframe.OneMinute);
        string other = Directory.GetFiles(_folder.File(".cache"), "ETHUSDT*").Single();

        File.Copy(other, mine, overwrite: true);

        Assert.Equal(_series.ContentHash, Load().ContentHash);
    }

    [Fact]
    public void A_series_outlives_its_file_and_its_cache()
    {
        CandleSeries loaded = Load();
        ReadOnlySpan<double> close = Load().Close;
        _store.Delete("BTCUSDT", Timeframe.OneMinute);

        Assert.Equal(_series.ContentHash, loaded.ContentHash);
        Assert.True(close.SequenceEqual(_series.Close));
    }

    [Fact]
    public void A_file_that_keeps_changing_is_loaded_right_every_time()
    {
        for (int i = 0; i < 20; i++)
        {
            _store.Append(TestCandles.Minutes(Count + i, 1, turnover: true, synthetic: true));
            string expected = TestCandles.Minutes(0, Count + i + 1, turnover: true, synthetic: true).ContentHash;
            Assert.Equal(expected, Load().ContentHash); // parsed
            Assert.Equal(expected, Load().ContentHash); // mapped, and after many changes copied
        }

        Assert.Contains("BTCUSDT_1m", Cache, StringComparison.Ordinal); // one file, however many there were
    }

    [SkippableFact]
    public void A_real_year_comes_from_the_cache_bit_for_bit()
    {
        string path = Repository.Shared("data", "binance-spot", "BTCUSDT_1m_2023.csv.gz");
        File.Copy(path, _folder.File("REAL_1m.csv.gz"));
        CandleSeries parsed = _store.Load("REAL", Timeframe.OneMinute), mapped = _store.Load("REAL", Timeframe.OneMinute);

        Assert.Equal(parsed.ContentHash, mapped.ContentHash);
        Assert.False(parsed.Close.Overlaps(mapped.Close));
    }

    private void AssertIgnored(byte[] cache)
    {
        // The mapping of an earlier load must not answer for the file: a file of its own each time.
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File(".cache"));
        File.Copy(Csv, folder.File("BTCUSDT_1m.csv"));
        File.WriteAllBytes(Path.Combine(folder.File(".cache"), Path.GetFileName(Cache)), cache);

        CandleStore store = CandleStore.Open(folder.Path);
        CandleSeries first = store.Load("BTCUSDT", Timeframe.OneMinute), second = store.Load("BTCUSDT", Timeframe.OneMinute);

        Assert.Equal(_series.ContentHash, first.ContentHash);
        Assert.False(first.Close.Overlaps(second.Close)); // parsed and cached anew, then mapped
        Assert.Equal(_series.ContentHash, second.ContentHash);
    }

    private CandleSeries Load() => _store.Load("BTCUSDT", Timeframe.OneMinute);
}
