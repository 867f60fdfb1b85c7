using TradeBot.MarketData;

namespace TradeBot.Cli.Tests;

/// <summary>What a command did not make it does not replace, and a folder that it only reads stays as it is.</summary>
public sealed class KeptFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tradebot-kept-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Data => Path.Combine(_folder, "data");

    [Fact]
    public async Task Generate_replaces_no_candles_but_its_own()
    {
        string[] generate = ["data", "generate", "--symbol", "AAA:100:0.5", "--count", "50", "--out", Data];
        Assert.Equal(0, (await Cli.RunAsync([.. generate, "--seed", "1"])).Code);
        string file = Path.Combine(Data, "AAA_1m.csv.gz");
        byte[] before = await File.ReadAllBytesAsync(file);

        Assert.Equal(0, (await Cli.RunAsync([.. generate, "--seed", "1"])).Code); // the same again
        (int code, _, string error) = await Cli.RunAsync([.. generate, "--symbol", "BBB:100:0.5", "--seed", "2"]);
        Assert.Equal(2, code);
        Assert.Contains($"'{file}' already exists with other content", error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(file));
        Assert.Equal([file], Directory.GetFiles(Data)); // nothing of the other symbol either

        Assert.Equal(0, (await Cli.RunAsync([.. generate, "--seed", "2", "--replace"])).Code);
        Assert.NotEqual(before, await File.ReadAllBytesAsync(file));
    }

    [Fact]
    public async Task Export_replaces_neither_the_store_nor_another_file()
    {
        CandleStore store = CandleStore.Open(Data);
        store.Replace(MarketGenerator.Single(200, seed: 1));
        string[] export = ["data", "export", "SYN", "1m", "--store", Data, "--from", "2024-01-01T01:00"];
        (int code, _, string error) = await Cli.RunAsync([.. export, "--out", Data + Path.DirectorySeparatorChar]);
        Assert.Equal(2, code);
        Assert.Contains("--out is the store itself", error, StringComparison.Ordinal);
        Assert.Equal(200, store.Load("SYN", Timeframe.OneMinute).Count);

        string notes = Path.Combine(_folder, "out", "SYN_1m.csv");
        Directory.CreateDirectory(Path.GetDirectoryName(notes)!);
        await File.WriteAllTextAsync(notes, "my notes");
        Assert.Equal(2, (await Cli.RunAsync([.. export, "--out", Path.GetDirectoryName(notes)!])).Code);
        Assert.Equal("my notes", await File.ReadAllTextAsync(notes));
        Assert.Equal(0, (await Cli.RunAsync([.. export, "--out", Path.GetDirectoryName(notes)!, "--replace"])).Code);
        Assert.Equal(140, CandleCsv.Read(notes).Count);
    }

    [Theory]
    [InlineData("manifest.json", """{"name": "my-package", "version": "1.0.0"}""")]
    [InlineData("fills.csv", "date,what\n2024-01-01,mine\n")]
    [InlineData("equity.csv", "")]
    public async Task Backtest_writes_over_nothing_that_it_did_not_write(string file, string content)
    {
        CandleStore.Open(Data).Replace(MarketGenerator.Single(2000, seed: 1));
        string folder = Path.Combine(_folder, "run"), path = Path.Combine(folder, file);
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(path, content);

        string[] backtest = ["backtest", "ema-cross", "--data", Data, "--ledger", "off", "--out", folder];
        (int code, _, string error) = await Cli.RunAsync(backtest);
        Assert.Equal(2, code);
        Assert.Contains($"'{path}' is there already, and no backtest wrote it", error, StringComparison.Ordinal);
        Assert.Equal(content, await File.ReadAllTextAsync(path));
        Assert.Equal([path], Directory.GetFiles(folder));

        File.Delete(path);
        Assert.Equal(0, (await Cli.RunAsync(backtest)).Code);
        File.Delete(Path.Combine(folder, "manifest.json")); // an export that was ended before its last file
        Assert.Equal(0, (await Cli.RunAsync(backtest)).Code);
        Assert.Equal(0, (await Cli.RunAsync([.. backtest, "--set", "fast=5"])).Code);
    }

    [Fact]
    public async Task A_folder_of_candles_that_is_only_read_stays_as_it_is()
    {
        Directory.CreateDirectory(Data);
        string file = Path.Combine(Data, "SYN_1m.csv");
        CandleCsv.Write(MarketGenerator.Single(5000, seed: 1), file);
        Assert.Equal(0, (await Cli.RunAsync("data", "list", "--store", Data)).Code);
        Assert.Equal(0, (await Cli.RunAsync("data", "validate", "--store", Data)).Code);
        Assert.Equal(0, (await Cli.RunAsync("backtest", "ema-cross", "--data", Data, "--ledger", "off")).Code);
        Assert.Equal([file], Directory.GetFileSystemEntries(Data));

        CandleStore.Open(Data).Upsert(MarketGenerator.Single(5100, seed: 1)); // from now on it is a store
        await Cli.RunAsync("data", "list", "--store", Data);
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(Data, ".cache")));
    }
}
