using System.Text;

namespace TradeBot.MarketData.Tests.Storage;

public sealed class CandleStoreRecoveryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Wherever_an_append_was_cut_the_whole_rows_are_held_and_the_next_append_goes_on()
    {
        CandleSeries held = TestCandles.Minutes(0, 5, turnover: true), appended = TestCandles.Minutes(5, 2, turnover: true);
        string path = _folder.File("BTCUSDT_1m.csv");
        CandleStore store = CandleStore.Open(_folder.Path);
        store.Replace(held);
        long before = new FileInfo(path).Length;
        store.Append(appended);
        byte[] whole = File.ReadAllBytes(path);

        for (long length = before; length <= whole.Length; length++)
        {
            byte[] cut = whole[..(int)length];
            int rows = Encoding.ASCII.GetString(cut).Count(character => character == '\n') - 1;

            File.WriteAllBytes(path, cut);
            Assert.Equal(Enumerable.Range(0, rows), TestCandles.MinutesOf(store.Load("BTCUSDT", Timeframe.OneMinute)));

            store.Upsert(appended);
            Assert.Equal(whole, File.ReadAllBytes(path));
        }
    }

    [Fact]
    public void A_tail_of_zeros_as_a_power_cut_leaves_it_is_dropped()
    {
        CandleStore store = CandleStore.Open(_folder.Path);
        store.Replace(TestCandles.Minutes(0, 5));
        using (FileStream file = File.OpenWrite(_folder.File("BTCUSDT_1m.csv")))
        {
            file.Seek(0, SeekOrigin.End);
            file.Write(new byte[3_000]);
        }

        Assert.Equal(5, store.Load("BTCUSDT", Timeframe.OneMinute).Count);
        store.Append(TestCandles.Minutes(5, 1));
        Assert.Equal(6, CandleCsv.Read(_folder.File("BTCUSDT_1m.csv")).Count);
    }

    [Fact]
    public void The_first_write_removes_what_an_ended_process_left_and_nothing_else()
    {
        Directory.CreateDirectory(_folder.File(".cache"));
        foreach (string left in (string[])["BTCUSDT_1m.csv.123-4.tmp", "ETHUSDT_1h.csv.gz.1-1.tmp", ".cache/BTCUSDT_1m.0a.columns.123-5.tmp"])
            File.WriteAllText(_folder.File(left), "timestamp,op");
        string[] foreign = ["BTCUSDT_1m.csv.tmp", "notes.1-1.tmp", "notes.tmp"];
        foreach (string name in foreign)
            File.WriteAllText(_folder.File(name), "mine");

        CandleStore.Open(_folder.Path).Replace(TestCandles.Minutes(0, 1));

        Assert.Equal(
            [".lock", "BTCUSDT_1m.csv", .. foreign],
            Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void While_another_process_writes_a_write_stops_with_what_to_do_and_reading_goes_on()
    {
        CandleStore store = CandleStore.Open(_folder.Path, new CandleStoreOptions { LockTimeout = TimeSpan.FromMilliseconds(30) });
        store.Replace(TestCandles.Minutes(0, 1));

        using (new FileStream(_folder.File(".lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            IOException exception = Assert.Throws<IOException>(() => store.Append(TestCandles.Minutes(1, 1)));

            Assert.Contains(_folder.Path, exception.Message, StringComparison.Ordinal);
            Assert.Contains("Wait until it is done or stop it", exception.Message, StringComparison.Ordinal);
            Assert.Single(store.Load("BTCUSDT", Timeframe.OneMinute));
            Assert.Single(store.List());
        }

        Assert.True(store.Append(TestCandles.Minutes(1, 1)));
    }

    [Fact]
    public void Threads_and_stores_that_write_at_once_lose_nothing()
    {
        CandleStore[] stores = [CandleStore.Open(_folder.Path), CandleStore.Open(_folder.Path)];

        Parallel.For(0, 40, i => stores[i % 2].Upsert(TestCandles.Minutes(i, 1)));

        Assert.Equal(Enumerable.Range(0, 40), TestCandles.MinutesOf(stores[0].Load("BTCUSDT", Timeframe.OneMinute)));
    }

    [Fact]
    public async Task A_reader_sees_whole_rows_while_a_writer_appends_and_replaces()
    {
        CandleStore writer = CandleStore.Open(_folder.Path), reader = CandleStore.Open(_folder.Path);
        writer.Replace(TestCandles.Minutes(0, 1_000));
        Task writing = Task.Run(() =>
        {
            for (int i = 0; i < 100; i++)
            {
                writer.Append(TestCandles.Minutes(1_000 + 20 * i, 20));
                if (i % 10 == 9)
                    writer.Upsert(TestCandles.Minutes(0, 1, revision: i));
            }
        });

        int last = 0;
        while (!writing.IsCompleted)
        {
            int count = reader.Load("BTCUSDT", Timeframe.OneMinute).Count;
            Assert.InRange(count, Math.Max(last, 1_000), 3_000);
            last = count;
        }

        await writing;
        Assert.Equal(3_000, reader.Load("BTCUSDT", Timeframe.OneMinute).Count);
    }
}
