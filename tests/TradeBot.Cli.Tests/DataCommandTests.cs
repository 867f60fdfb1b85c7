using System.Text.Json;
using TradeBot.MarketData;
using TradeBot.Testing;

namespace TradeBot.Cli.Tests;

public sealed class DataCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tradebot-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Generate_writes_the_sample_again()
    {
        Run run = await RunAsync("data", "generate", "--sample", "--out", _folder);

        Assert.Equal(0, run.Code);
        foreach (string name in (string[])["SYNBTC_1m.csv.gz", "SYNETH_1m.csv.gz", "SYNSOL_1m.csv.gz"])
            Assert.Equal(
                CandleCsv.Read(Repository.PathOf("data", "sample", name)).ContentHash,
                CandleCsv.Read(Path.Combine(_folder, name)).ContentHash);
    }

    [Fact]
    public async Task Generate_makes_the_symbols_asked_for_with_an_edge()
    {
        Run run = await RunAsync("data", "generate", "--symbol", "X:20000:0.6", "--symbol", "Y:0.01:1", "--timeframe", "1h", "--count", "100", "--seed", "3", "--edge", "0.1", "--out", _folder);

        Assert.Equal(0, run.Code);
        Assert.Equal(100, CandleCsv.Read(Path.Combine(_folder, "Y_1h.csv.gz")).Count);
        Assert.Equal(2, (await RunAsync("data", "generate", "--symbol", "X", "--out", _folder)).Code);
    }

    [Fact]
    public async Task Import_list_validate_resample_and_export_work_on_one_store()
    {
        string file = WriteBinanceFile("BTCUSDT-1m-2024-01-01.csv", Enumerable.Range(0, 180).Where(i => i is not (70 or 71)));

        Run import = await RunAsync("data", "import", file, "--store", Store);
        Assert.Equal(0, import.Code);
        Assert.Contains("178 candles of BTCUSDT 1m imported", import.Output, StringComparison.Ordinal);
        Assert.Contains("Binance", import.Output, StringComparison.Ordinal);

        Assert.Equal(0, (await RunAsync("data", "resample", "BTCUSDT", "1m", "1h,30m", "--store", Store)).Code);
        JsonElement list = Json(await RunAsync("data", "list", "--store", Store, "--json"));
        Assert.Equal(["1m:178", "30m:6", "1h:3"], list.EnumerateArray().Select(e => $"{e.GetProperty("timeframe").GetString()}:{e.GetProperty("count").GetInt32()}"));

        Run validate = await RunAsync("data", "validate", "BTCUSDT", "1m,1h", "--store", Store);
        Assert.Equal(0, validate.Code);
        Assert.Contains("2 candles are missing from 2024-01-01 01:10 to 2024-01-01 01:12.", validate.Output, StringComparison.Ordinal);
        Assert.Contains("2 checked, 0 with errors, 1 sound, 0 candles differ", validate.Output, StringComparison.Ordinal);

        string exported = Path.Combine(_folder, "out");
        Assert.Equal(0, (await RunAsync("data", "export", "BTCUSDT", "1m", "--store", Store, "--out", exported, "--from", "2024-01-01T01:00", "--to", "2024-01-01T02:00")).Code);
        Assert.Equal(58, CandleCsv.Read(Path.Combine(exported, "BTCUSDT_1m.csv")).Count);
    }

    [Theory]
    [InlineData("drop", 2, "2024-01-01 00:00")]
    [InlineData("keep", 3, null)]
    public async Task Resample_leaves_out_or_keeps_what_may_not_be_whole(string partial, int hours, string? leftOut)
    {
        await RunAsync("data", "import", WriteBinanceFile("BTCUSDT-1m-2024-01-01.csv", Enumerable.Range(10, 170)), "--store", Store);

        Run resample = await RunAsync("data", "resample", "BTCUSDT", "1m", "1h", "--partial", partial, "--store", Store);

        Assert.Equal(0, resample.Code);
        Assert.Equal(hours, CandleStore.Open(Store).Load("BTCUSDT", Timeframe.OneHour).Count);
        Assert.Equal(leftOut is not null, resample.Output.Contains("2024-01-01 00:00", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Import_refuses_a_broken_file_and_repairs_it_when_asked_to()
    {
        string file = WriteBinanceFile("BTCUSDT-1m-2024-01-01.csv", [0, 1, 1, 3, 2, 4]);

        Run refused = await RunAsync("data", "import", file, "--store", Store);
        Assert.Equal(1, refused.Code);
        Assert.Contains("REFUSED", refused.Output, StringComparison.Ordinal);
        Assert.Empty(CandleStore.Open(Store).List());

        Assert.Equal(0, (await RunAsync("data", "import", file, "--store", Store, "--fix")).Code);
        Assert.Equal(5, CandleStore.Open(Store).Load("BTCUSDT", Timeframe.OneMinute).Count);
    }

    [Fact]
    public async Task Import_says_which_rows_it_fixed_also_in_JSON()
    {
        string file = WriteBinanceFile("BTCUSDT-1m-2024-01-01.csv", [0, 1, 1, 3, 2, 4]);
        File.AppendAllText(file, "1704067500000,100,90,98,99,10,1704067559999,1000,5,4,400,0\n"); // a high below the others

        Run run = await RunAsync("data", "import", file, "--store", Store, "--fix");
        Assert.Contains("Dropped 2024-01-01 00:05:00: open 100, high 90", run.Output, StringComparison.Ordinal);
        Assert.Contains("Moved 2024-01-01 00:02:00", run.Output, StringComparison.Ordinal);
        Assert.Contains("Merged 2024-01-01 00:01:00", run.Output, StringComparison.Ordinal);

        JsonElement outcome = Json(await RunAsync("data", "import", file, "--store", Store, "--fix", "--json"))[0];
        Assert.Equal(["Dropped", "Moved", "Merged"], outcome.GetProperty("changes").EnumerateArray().Select(change => change.GetProperty("action").GetString()));
        Assert.Equal(5, outcome.GetProperty("stored").GetProperty("unchanged").GetInt32());
    }

    [Fact]
    public async Task Import_of_nothing_but_bad_rows_exits_with_2_and_the_other_files_are_imported()
    {
        string bad = Path.Combine(_folder, "BAD_1h.csv"), good = WriteBinanceFile("BTCUSDT-1m-2024-01-01.csv", [0, 1]), feather = Path.Combine(_folder, "ETH-1h.feather");
        File.WriteAllText(bad, "time,open,high,low,close,volume\n1704067200,10,9,9,10,5\n1704070800,-10,12,9,11,5\n");
        File.WriteAllText(feather, "ARROW1");

        Run run = await RunAsync("data", "import", bad, feather, good, "--store", Store, "--fix");

        Assert.Equal(2, run.Code);
        Assert.Contains("all 2 rows of BAD 1h were dropped", run.Error, StringComparison.Ordinal);
        Assert.Contains("Dropped 2024-01-01 01:00:00", run.Output, StringComparison.Ordinal);
        Assert.Contains("Feather", run.Error, StringComparison.Ordinal);
        Assert.Equal(["BTCUSDT"], CandleStore.Open(Store).List().Select(entry => entry.Symbol));
    }

    [Fact]
    public async Task Import_says_how_many_held_candles_it_replaced()
    {
        await RunAsync("data", "import", WriteBinanceFile("BTCUSDT-1m-2024-01-01.csv", [0, 1, 2, 3]), "--store", Store);
        string other = Path.Combine(_folder, "BTCUSDT_1m.csv");
        File.WriteAllText(other, "time,open,high,low,close,volume,turnover\n1704067260,100,102,98,101,10,1000\n1704067320,100,102,98,99,10,1000\n1704067440,100,102,98,99,10,1000\n");

        Run run = await RunAsync("data", "import", other, "--store", Store);

        Assert.Contains("1 added, 1 replaced with other values, 1 stored already", run.Output, StringComparison.Ordinal);
        Assert.Contains("0 added, 0 replaced with other values, 3 stored already", (await RunAsync("data", "import", other, "--store", Store)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_keeps_spot_and_futures_apart_and_refuses_mark_prices()
    {
        string[] files = [.. new[] { "BTC_USDT-1h.json", "BTC_USDT_USDT-1h-futures.json", "BTC_USDT_USDT-1h-mark.json" }.Select(name => Path.Combine(_folder, name))];
        foreach (string file in files)
            File.WriteAllText(file, "[[1704067200000,10,12,9,11,5],[1704070800000,10,12,9,11,5]]");

        Run run = await RunAsync(["data", "import", .. files, "--store", Store]);

        Assert.Equal(2, run.Code);
        Assert.Contains("mark prices", run.Error, StringComparison.Ordinal);
        Assert.Equal(["BTCUSDT", "BTCUSDT_PERP"], CandleStore.Open(Store).List().Select(entry => entry.Symbol));
    }

    [Fact]
    public async Task Import_stores_each_symbol_of_a_file_and_leaves_out_what_has_not_closed()
    {
        string file = Path.Combine(_folder, "all.csv");
        long hour = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 3600 * 3600;
        File.WriteAllText(file, string.Concat(
            "time,ticker,open,high,low,close,volume\n",
            FormattableString.Invariant($"{hour - 7200},AAA,10,12,9,11,5\n{hour - 7200},BBB,20,22,19,21,5\n{hour - 3600},AAA,11,12,9,11,5\n{hour - 3600},BBB,21,22,19,21,5\n{hour},AAA,11,12,9,11,5\n{hour},BBB,21,22,19,21,5\n")));

        Run run = await RunAsync("data", "import", file, "--store", Store);

        Assert.Equal(0, run.Code);
        Assert.Contains("1 row had not closed and was left out", run.Output, StringComparison.Ordinal);
        Assert.Equal([("AAA", 2), ("BBB", 2)], CandleStore.Open(Store).List().Select(entry => (entry.Symbol, (int)entry.Count)));
    }

    [Fact]
    public async Task A_file_without_volume_is_refused_until_it_is_known_what_to_store()
    {
        string file = Path.Combine(_folder, "BTCUSDT_1h.csv");
        File.WriteAllText(file, "time,open,high,low,close,volume_usd\n1704067200,10,12,9,11,500\n1704070800,10,12,9,11,600\n");

        Run refused = await RunAsync("data", "import", file, "--store", Store);
        Assert.Equal(1, refused.Code);
        Assert.Contains("--volume-column", refused.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("data", "import", file, "--store", Store, "--volume-column", "none")).Code);
        Assert.Equal(0, CandleStore.Open(Store).Load("BTCUSDT", Timeframe.OneHour).Volume[0]);
    }

    [Fact]
    public async Task A_zone_that_there_is_not_is_wrong_usage()
    {
        Run run = await RunAsync("data", "import", WriteBinanceFile("BTCUSDT-1m-2024-01-01.csv", [0]), "--store", Store, "--time-zone", "America/Nowhere");

        Assert.Equal(2, run.Code);
        Assert.Contains("America/Nowhere", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_names_a_split_and_a_turnover_that_is_none()
    {
        double[] close = [500, 499.23, 129.04, 131, 130];
        double[] open = [500, 500, 127.58, 129, 131];
        var split = new CandleTable(
            "AAPL", Timeframe.OneDay, new[] { 26, 27, 31, 32, 33 }.Select(day => UnixTime.FromDateTime(new DateTime(2020, 8, 1).AddDays(day - 1))).ToArray(),
            open, new double[] { 501, 501, 132, 132, 132 }, new double[] { 498, 498, 126, 126, 126 }, close, new double[] { 5, 5, 5, 5, 5 }, new double[] { 7, 7, 7, 7, 7 });
        CandleStore.Open(Store).Upsert(split.ToSeries());

        Run run = await RunAsync("data", "validate", "AAPL", "--store", Store);

        Assert.Equal(1, run.Code);
        Assert.Contains("4:1 on 2020-08-31?", run.Output, StringComparison.Ordinal);
        Assert.Contains("turnover is not the traded value", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Repair_fills_from_another_folder_then_with_synthetic_candles_and_logs_it()
    {
        CandleSeries whole = MarketGenerator.Single(100, 1);
        CandleStore.Open(Store).Replace(Without(whole, [10, 11, 50]));
        string backup = Path.Combine(_folder, "backup"), log = Path.Combine(_folder, "log.csv");
        CandleStore.Open(backup).Replace(Without(whole, [11]));

        Run dry = await RunAsync("data", "repair", "SYN", "1m", "--store", Store, "--from-store", backup, "--fill", "5", "--dry-run");
        Assert.Equal(97, CandleStore.Open(Store).Load("SYN", Timeframe.OneMinute).Count);
        Assert.Contains("3 changes", dry.Output, StringComparison.Ordinal);

        Assert.Equal(0, (await RunAsync("data", "repair", "SYN", "1m", "--store", Store, "--from-store", backup, "--fill", "5", "--log", log)).Code);
        CandleSeries repaired = CandleStore.Open(Store).Load("SYN", Timeframe.OneMinute);
        Assert.Equal(100, repaired.Count);
        Assert.Equal(whole[10], repaired[10]);
        Assert.Equal([11], Enumerable.Range(0, 100).Where(repaired.IsSynthetic));
        Assert.Equal(4, File.ReadAllLines(log).Length);
    }

    [Fact]
    public async Task Validate_reads_a_file_of_any_layout_and_fails_on_errors()
    {
        string file = WriteBinanceFile("BTCUSDT-1m-2024-01-01.csv", [0, 1, 2, 2, 3]);
        Run run = await RunAsync("data", "validate", "--file", file, "--json");

        Assert.Equal(1, run.Code);
        Assert.Equal("Duplicate", Json(run)[0].GetProperty("defects")[0].GetProperty("kind").GetString());
    }

    [Theory]
    [InlineData("data", "validate", "NOPE")]
    [InlineData("data", "resample", "BTCUSDT", "1m", "7m")]
    [InlineData("data", "export", "BTCUSDT", "1m", "--out", "x", "--from", "01/02/2024")]
    [InlineData("data", "repair", "BTCUSDT", "1m")]
    [InlineData("data", "import", "nothing-here.csv")]
    [InlineData("data", "generate")]
    public async Task Wrong_usage_is_reported_and_exits_with_2(params string[] args)
    {
        Run run = await RunAsync([.. args, .. args[1] is "generate" ? Array.Empty<string>() : ["--store", Store]]);

        Assert.Equal(2, run.Code);
        Assert.NotEmpty(run.Error);
    }

    private string Store => Path.Combine(_folder, "store");

    private static async Task<Run> RunAsync(params string[] args)
    {
        using StringWriter output = new(), error = new();
        int code = await CommandLine.RunAsync(args, output, error);
        return new Run(code, output.ToString(), error.ToString());
    }

    private static JsonElement Json(Run run) => JsonDocument.Parse(run.Output).RootElement;

    private static CandleSeries Without(CandleSeries series, int[] missing) =>
        CandleTable.Of(series.Symbol, series.Timeframe, [.. series.Where((_, i) => !missing.Contains(i))]).ToSeries();

    private string WriteBinanceFile(string name, IEnumerable<int> minutes)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllLines(path, minutes.Select(minute =>
        {
            long open = 1704067200000 + minute * 60_000L;
            return FormattableString.Invariant($"{open},100,102,98,{100 + minute % 3},10,{open + 59_999},1000,5,4,400,0");
        }));
        return path;
    }

    private sealed record Run(int Code, string Output, string Error);
}
