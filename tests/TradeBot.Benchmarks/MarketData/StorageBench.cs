using System.Diagnostics;
using System.Numerics;
using System.Runtime.InteropServices;
using CsvHelper;
using TradeBot.MarketData;
using TradeBot.Testing;

namespace TradeBot.Benchmarks.MarketData;

/// <summary>A year of one-minute candles read, opened from the cache, written and appended to; and many small files written.</summary>
internal static class StorageBench
{
    private const int Symbols = 550, Kept = 50;

    public static void Run(TextWriter output)
    {
        string folder = Directory.CreateTempSubdirectory("tradebot-bench-").FullName;
        try
        {
            CandleSeries year = Year(out string source);
            string path = Path.Combine(folder, "BTCUSDT_1m.csv");
            CandleCsv.Write(year, path);
            output.WriteLine(FormattableString.Invariant($"storage, {year.Count:N0} rows of {source}, {new FileInfo(path).Length / 1e6:0.0} MB"));
            Read(path, output);
            Open(folder, path, output);
            Sum(folder, year, output);
            Write(folder, year, output);
            WriteMany(folder, output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Read(string path, TextWriter output)
    {
        TimeSpan ours = Stopwatches.Median(() => CandleCsv.Read(path));
        TimeSpan loop = Stopwatches.Median(() => HandMapped(path));
        Print(output, "read CSV, checked", ours);
        Print(output, "CsvHelper, mapped by hand", loop);
        output.WriteLine(FormattableString.Invariant($"  read CSV / CsvHelper          {ours / loop,8:0.00} x"));
    }

    /// <summary>The plainest loop over the library that gives the same columns, without any check.</summary>
    private static double HandMapped(string path)
    {
        List<long> times = [];
        List<double>[] columns = [[], [], [], [], [], []];
        using FileStream file = File.OpenRead(path);
        using CsvReader csv = CsvReader.Create(file, new CsvReaderOptions { Separator = ',' });
        while (csv.Read())
        {
            times.Add(csv.Parse<long>(0));
            for (int i = 0; i < columns.Length; i++)
                columns[i].Add(csv.Parse<double>(i + 1));
        }

        return columns[^1][^1];
    }

    /// <summary>Each open is of a file and a cache that this process has not seen.</summary>
    private static void Open(string folder, string path, TextWriter output)
    {
        CandleStore.Open(folder).Load("BTCUSDT", Timeframe.OneMinute);
        string cache = Directory.GetFiles(Path.Combine(folder, ".cache")).Single();
        List<TimeSpan> processor = [];
        int copies = 0;
        TimeSpan[] wall = [.. Enumerable.Range(0, 9).Select(_ =>
        {
            string fresh = Path.Combine(folder, FormattableString.Invariant($"fresh{copies++}"));
            Directory.CreateDirectory(Path.Combine(fresh, ".cache"));
            File.Copy(path, Path.Combine(fresh, Path.GetFileName(path)));
            File.Copy(cache, Path.Combine(fresh, ".cache", Path.GetFileName(cache)));

            using var process = Process.GetCurrentProcess();
            TimeSpan before = process.TotalProcessorTime;
            long start = Stopwatch.GetTimestamp();
            CandleStore.Open(fresh).Load("BTCUSDT", Timeframe.OneMinute);
            TimeSpan time = Stopwatch.GetElapsedTime(start);
            process.Refresh();
            processor.Add(process.TotalProcessorTime - before);
            Directory.Delete(fresh, recursive: true);
            return time;
        })];

        Print(output, "open from cache, the first", wall[0]);
        Print(output, "open from cache, median", wall.Order().ElementAt(wall.Length / 2));
        Print(output, "  of which processor", processor.Order().ElementAt(processor.Count / 2));
    }

    private static void Sum(string folder, CandleSeries year, TextWriter output)
    {
        CandleSeries mapped = CandleStore.Open(folder).Load("BTCUSDT", Timeframe.OneMinute);
        double total = 0;
        TimeSpan fromMap = Stopwatches.Median(() => total += SumAll(mapped));
        TimeSpan fromArrays = Stopwatches.Median(() => total -= SumAll(year));
        double gigabytes = 5.0 * sizeof(double) * year.Count / 1e9;
        output.WriteLine(FormattableString.Invariant($"  sum of 5 columns, mapped      {gigabytes / fromMap.TotalSeconds,8:0.0} GB/s, {fromMap / fromArrays:0.00} x the time of arrays ({total:0})"));

        static double SumAll(CandleSeries series) =>
            SumOf(series.Open) + SumOf(series.High) + SumOf(series.Low) + SumOf(series.Close) + SumOf(series.Volume);
    }

    private static double SumOf(ReadOnlySpan<double> values)
    {
        Vector<double> even = Vector<double>.Zero, odd = Vector<double>.Zero;
        ReadOnlySpan<Vector<double>> vectors = MemoryMarshal.Cast<double, Vector<double>>(values);
        for (int i = 0; i + 1 < vectors.Length; i += 2)
        {
            even += vectors[i];
            odd += vectors[i + 1];
        }

        return Vector.Sum(even + odd);
    }

    private static void Write(string folder, CandleSeries year, TextWriter output)
    {
        CandleStore store = CandleStore.Open(Path.Combine(folder, "writes"));
        bool first = false;
        TimeSpan replace = Stopwatches.Median(() => store.Replace((first = !first) ? year : year.Slice(0, year.Count - 100)), runs: 5, warmUps: 1);
        store.Replace(year.Slice(0, year.Count - 100));
        int next = year.Count - 100;
        TimeSpan append = Stopwatches.Median(() => store.Append(year.Slice(next++, 1)), runs: 80, warmUps: 10);
        Print(output, "replace the year", replace);
        Print(output, "append one minute to it", append);
    }

    private static void WriteMany(string folder, TextWriter output)
    {
        CandleStore store = CandleStore.Open(Path.Combine(folder, "many"), new CandleStoreOptions { KeepLast = Kept });
        CandleSeries candles = MarketGenerator.Single(Kept + 1, seed: 2);
        Timeframe[] timeframes = [Timeframe.OneMinute, Timeframe.FiveMinutes, Timeframe.OneHour];
        Print(output, FormattableString.Invariant($"{Symbols} x {timeframes.Length} files of {Kept}, new"), WriteAll(0, Kept));
        Print(output, "  one more candle in each", WriteAll(Kept, 1));

        TimeSpan WriteAll(int start, int count)
        {
            long begun = Stopwatch.GetTimestamp();
            for (int symbol = 0; symbol < Symbols; symbol++)
            {
                foreach (Timeframe timeframe in timeframes)
                    store.Append(Named(candles.Slice(start, count), FormattableString.Invariant($"S{symbol}USDT"), timeframe));
            }

            return Stopwatch.GetElapsedTime(begun);
        }
    }

    private static CandleSeries Named(CandleSeries series, string symbol, Timeframe timeframe) => new(
        symbol, timeframe, series.OpenTimes.ToArray(), series.Open.ToArray(), series.High.ToArray(), series.Low.ToArray(),
        series.Close.ToArray(), series.Volume.ToArray());

    private static void Print(TextWriter output, string what, TimeSpan time) =>
        output.WriteLine(FormattableString.Invariant($"  {what,-29} {time.TotalMilliseconds,8:0.00} ms"));

    private static CandleSeries Year(out string source)
    {
        string real = Repository.PathOf("..", "shared", "data", "binance-spot", "BTCUSDT_1m_2023.csv.gz");
        if (File.Exists(real))
        {
            source = "BTCUSDT 1m, 2023";
            return CandleCsv.Read(real);
        }

        source = "generated 1m";
        return MarketGenerator.Single(525_600, seed: 1);
    }
}
