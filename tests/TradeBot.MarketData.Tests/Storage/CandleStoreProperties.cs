using FsCheck;
using FsCheck.Fluent;

namespace TradeBot.MarketData.Tests.Storage;

public class CandleStoreProperties
{
    private static readonly Config s_config = Config.QuickThrowOnFailure.WithMaxTest(200);

    private static readonly CandleStoreOptions[] s_layouts = [new(), new() { Compress = true }];

    [Fact]
    public void Writing_and_reading_gives_every_bit_back()
    {
        Check(series =>
        {
            using var stream = new MemoryStream();
            CandleCsv.Write(series, stream);
            stream.Position = 0;

            return CandleCsv.Read(stream, series.Symbol, series.Timeframe).ContentHash == series.ContentHash;
        });
    }

    [Fact]
    public void Upserting_twice_is_upserting_once()
    {
        Check((first, second) => s_layouts.All(options =>
        {
            using var folder = new TemporaryFolder();
            CandleStore store = CandleStore.Open(folder.Path, options);
            store.Upsert(first);
            store.Upsert(second);
            string once = store.Load("BTCUSDT", Timeframe.OneMinute).ContentHash;

            return !store.Upsert(second) && store.Load("BTCUSDT", Timeframe.OneMinute).ContentHash == once;
        }));
    }

    [Fact]
    public void Upserting_disjoint_parts_in_any_order_gives_the_same()
    {
        Gen<(CandleSeries Series, int Seed)> draws =
            from series in Series() from seed in Gen.Choose(0, int.MaxValue - 1) select (series, seed);

        Prop.ForAll(draws.ToArbitrary(), draw =>
        {
            CandleSeries series = draw.Series.Slice(0, Math.Min(6, draw.Series.Count));
            int[] order = [.. Enumerable.Range(0, series.Count)];
            new Random(draw.Seed).Shuffle(order);
            using var folder = new TemporaryFolder();
            CandleStore store = CandleStore.Open(folder.Path);
            foreach (int i in order)
                store.Upsert(series.Slice(i, 1));

            return store.Load("BTCUSDT", Timeframe.OneMinute).ContentHash == series.ContentHash;
        }).Check(s_config);
    }

    [Fact]
    public void Upserting_is_the_union_in_which_the_newer_write_wins()
    {
        Check((first, second) =>
        {
            using var folder = new TemporaryFolder();
            CandleStore store = CandleStore.Open(folder.Path);
            store.Upsert(first);
            store.Upsert(second);

            Candle[] expected = [.. second.Concat(first).DistinctBy(candle => candle.OpenTime).OrderBy(candle => candle.OpenTime)];
            return expected.SequenceEqual(store.Load("BTCUSDT", Timeframe.OneMinute));
        });
    }

    [Fact]
    public void Retention_keeps_the_newest_of_what_would_be_held_without_it()
    {
        foreach (int keep in (int[])[1, 3, 50])
        {
            Check((first, second) =>
            {
                using TemporaryFolder all = new(), few = new();
                CandleStore unlimited = CandleStore.Open(all.Path), limited = CandleStore.Open(few.Path, new CandleStoreOptions { KeepLast = keep });
                foreach (CandleSeries series in (CandleSeries[])[first, second])
                {
                    unlimited.Upsert(series);
                    limited.Upsert(series);
                }

                CandleSeries expected = unlimited.Load("BTCUSDT", Timeframe.OneMinute);
                int count = Math.Min(keep, expected.Count);
                return limited.Load("BTCUSDT", Timeframe.OneMinute).SequenceEqual(expected.Slice(expected.Count - count, count));
            });
        }
    }

    private static void Check(Func<CandleSeries, bool> property) =>
        Prop.ForAll(Series().ToArbitrary(), property).Check(s_config);

    private static void Check(Func<CandleSeries, CandleSeries, bool> property) =>
        Prop.ForAll(Series().ToArbitrary(), Series().ToArbitrary(), property).Check(s_config);

    /// <summary>One to sixty candles of any doubles that prices can be, with and without the optional columns.</summary>
    private static Gen<CandleSeries> Series() =>
        from times in Gen.Choose(0, 60).Select(minute => (long)minute).NonEmptyListOf().Select(list => list.Distinct().Order().ToArray())
        from numbers in Positive().ArrayOf(6 * times.Length)
        from hasTurnover in ArbMap.Default.GeneratorFor<bool>()
        from hasSynthetic in ArbMap.Default.GeneratorFor<bool>()
        select Build(times, numbers, hasTurnover, hasSynthetic);

    private static Gen<double> Positive() => ArbMap.Default.GeneratorFor<NormalFloat>()
        .Select(value => Math.Abs(value.Get)).Select(value => value == 0 ? double.Epsilon : value);

    private static CandleSeries Build(long[] minutes, double[] numbers, bool hasTurnover, bool hasSynthetic)
    {
        int count = minutes.Length;
        double[][] prices = [.. numbers.Chunk(6).Select(six => six.Take(4).Order().ToArray())];
        double[] low = [.. prices.Select(four => four[0])], open = [.. prices.Select(four => four[1])];
        double[] close = [.. prices.Select(four => four[2])], high = [.. prices.Select(four => four[3])];
        double[] volume = [.. numbers.Chunk(6).Select(six => six[4])];
        double[] turnover = [.. numbers.Chunk(6).Select((six, i) => i % 2 == 0 ? six[5] : double.NaN)];
        bool[] synthetic = [.. Enumerable.Range(0, count).Select(i => i % 3 == 1)];
        return new CandleSeries(
            "BTCUSDT", Timeframe.OneMinute, minutes.Select(minute => TestCandles.Start + minute * 60_000).ToArray(), open, high, low, close, volume,
            hasTurnover ? turnover : default(ReadOnlyMemory<double>), hasSynthetic ? synthetic : default(ReadOnlyMemory<bool>));
    }
}
