using System.Text.Json;
using TradeBot.MarketData;
using TradeBot.Testing;

namespace TradeBot.Cli.Tests;

public sealed class DataCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tradebot-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Generate_writes_the_sample_anew()
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
    public async Task Wrong_usage_is_told_and_exits_with_2(params string[] args)
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
