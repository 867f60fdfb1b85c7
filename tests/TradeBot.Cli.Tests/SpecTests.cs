using System.Text.Json;
using TradeBot.Learning;
using TradeBot.MarketData;
using TradeBot.Testing;

namespace TradeBot.Cli.Tests;

/// <summary>A spec that a notebook wrote is run by the command in another process, and gives the same result.</summary>
public sealed class SpecTests : IDisposable
{
    private const string Usings = "using System.Linq; using System.Collections.Generic; using TradeBot; using TradeBot.MarketData; using TradeBot.Strategies; using TradeBot.Trading; using TradeBot.Learning; using TradeBot.Optimization;\n";

    private readonly NotebookFolder _folder = new();

    public SpecTests() => CandleStore.Open(Data).Replace(MarketGenerator.Single(6_000, seed: 5));

    private string Data => _folder.PathOf("data").Replace('\\', '/');

    private string Studies => _folder.PathOf("studies").Replace('\\', '/');

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_backtest()
    {
        string file = await NotebookAsync(
            "backtest",
            """
            IStrategy rule = Strategy.On("SYN", Timeframe.FiveMinutes).Long(when: Expressions.Rsi(14).CrossesAbove(30)).Exit(when: Expressions.Rsi(14).CrossesBelow(70)).Stop(2 * Expressions.Atr(14)).Build();
            var run = Backtest.Run([candles], rule, new BacktestOptions { Cash = 5_000m, Slippage = Slippage.Spread(0.02), Sizing = Sizing.RiskPerTrade(0.01), IntrabarCandles = [store.Load("SYN", Timeframe.OneMinute)] });
            run.Spec.Save("FILE");
            run.Manifest.ResultHash
            """);

        CommandRun again = await CommandRun.OfAsync("run", file, "--data", Data, "--ledger", "off", "--json");

        Assert.True(again.ExitCode == 0, again.Output);
        Assert.Equal(await ShownAsync("backtest"), JsonDocument.Parse(again.Output).RootElement.GetProperty("manifest").GetProperty("resultHash").GetString());
    }

    [Fact]
    public async Task A_study()
    {
        string file = await NotebookAsync(
            "study",
            """
            var spec = new StudySpec
            {
                Name = "cross", Seed = 7, Metric = "sortino", Sampler = "tpe", Trials = 12, MinTrades = 2, Where = ["fast<slow"],
                Backtest = BacktestSpec.Of(new LibrarySpec("ema-cross", new Dictionary<string, double>()), [candles], new BacktestOptions { Fees = Fees.Bybit.Spot }),
                Space = [new IntParameter("fast", 5, 15), new IntParameter("slow", 10, 40, 5)],
            };
            spec.Save("FILE");
            var study = await new StudyFolder("STUDIES").RunAsync(spec, store, new StudyOptions { Ledger = TrialLedger.None });
            study.ResultHash
            """);
        string shown = await ShownAsync("study"), other = _folder.PathOf("other");

        CommandRun again = await CommandRun.OfAsync("run", file, "--data", Data, "--studies", other, "--ledger", "off", "--json");
        Assert.True(again.ExitCode == 0, again.Output);
        Assert.Equal(shown, JsonDocument.Parse(again.Output).RootElement.GetProperty("resultHash").GetString());

        CommandRun repeated = await CommandRun.OfAsync("run", Path.Combine(Studies, "cross.manifest.json"), "--data", Data, "--studies", _folder.PathOf("third"), "--ledger", "off", "--json");
        Assert.True(repeated.ExitCode == 0, repeated.Output);
        Assert.Equal(shown, JsonDocument.Parse(repeated.Output).RootElement.GetProperty("resultHash").GetString());

        // What the notebook began goes on from the command line: the trials that ended are kept, and the others are the same.
        string journal = Path.Combine(Studies, "cross.study.jsonl");
        string[] lines = await File.ReadAllLinesAsync(journal);
        await File.WriteAllLinesAsync(journal, lines[..6]);
        CommandRun resumed = await CommandRun.OfAsync("study", "resume", "cross", "--studies", Studies, "--data", Data, "--ledger", "off", "--json");
        Assert.True(resumed.ExitCode == 0, resumed.Output);
        Assert.Equal(shown, JsonDocument.Parse(resumed.Output).RootElement.GetProperty("resultHash").GetString());
    }

    [Fact]
    public async Task A_training()
    {
        string file = await NotebookAsync(
            "training",
            """
            var spec = new TrainingSpec
            {
                Name = "direction", Data = DataManifest.Of(candles), Features = ["return(1)", "rsi(14)", "atr(14)/close"], Label = "direction(forward-return(3))",
                Trainers = ["logistic", "boosting"], Split = new SplitSpec { Folds = 3, Embargo = 5 }, Trials = 4, Seed = 7,
            };
            spec.Save("FILE");
            var trained = await spec.RunAsync(store, TrialLedger.None);
            trained.ModelHash
            """);
        string models = _folder.PathOf("models");

        CommandRun again = await CommandRun.OfAsync("run", file, "--data", Data, "--models", models, "--ledger", "off", "--json");

        Assert.True(again.ExitCode == 0, again.Output);
        Assert.Equal(await ShownAsync("training"), JsonDocument.Parse(again.Output).RootElement.GetProperty("hash").GetString());
        Assert.Equal(await File.ReadAllTextAsync(file), ModelRegistry.Open(models).Load("direction", 1).Card.Spec);
    }

    [Theory]
    [InlineData("{}", "expected \"format\": \"TradeBot backtest 1\", found none.")]
    [InlineData("{\"format\": \"TradeBot study 2\"}", "expected \"format\": \"TradeBot study 1\", found \"TradeBot study 2\".")]
    [InlineData("{\"format\": \"TradeBot training 1\"}", "missing required properties")]
    [InlineData("name: x", "is an invalid")]
    public async Task What_is_no_spec_is_refused_with_its_file(string text, string expected)
    {
        string file = _folder.PathOf("bad.json");
        await File.WriteAllTextAsync(file, text);

        (int code, string output, string error) = await Cli.RunAsync("run", file, "--data", Data);

        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith($"tradebot: {file}: ", error, StringComparison.Ordinal);
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_manifest_of_a_saved_backtest_is_run_again()
    {
        string saved = _folder.PathOf("saved"), again = _folder.PathOf("again");
        Assert.Equal(0, (await Cli.RunAsync("backtest", "ema-cross", "--timeframe", "5m", "--set", "fast=5", "--funding", "0.0001", "--data", Data, "--ledger", "off", "--out", saved)).Code);

        (int code, _, string error) = await Cli.RunAsync("run", Path.Combine(saved, "manifest.json"), "--data", Data, "--ledger", "off", "--out", again);

        Assert.Equal((0, ""), (code, error));
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(saved, "manifest.json")), await File.ReadAllTextAsync(Path.Combine(again, "manifest.json")));
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(saved, "fills.csv")), await File.ReadAllTextAsync(Path.Combine(again, "fills.csv")));
    }

    [Fact]
    public async Task Code_is_refused_by_the_command_and_says_why()
    {
        string file = await NotebookAsync("code", "Backtest.Run(candles, Strategy.Of(\"mine\", () => candle => 1)).Spec.Save(\"FILE\");");

        (int code, _, string error) = await Cli.RunAsync("run", file, "--data", Data);

        Assert.Equal(2, code);
        Assert.Equal($"tradebot: {file}: The strategy \"mine\" is code that no file names: it cannot be repeated from this file.\n", error);
    }

    /// <summary>Runs a notebook of one cell, which writes a file.</summary>
    private async Task<string> NotebookAsync(string name, string cell)
    {
        string file = _folder.PathOf(name + ".json").Replace('\\', '/'), assembly = Repository.PathOf("artifacts", "bin", "TradeBot", "release", "TradeBot.dll").Replace('\\', '/');
        string path = _folder.Add(
            name + ".ipynb",
            $"#r \"{assembly}\"\n{Usings}var store = CandleStore.Open(\"{Data}\"); CandleSeries candles = store.Load(\"SYN\", Timeframe.OneMinute).Resample(Timeframe.FiveMinutes);",
            cell.Replace("FILE", file, StringComparison.Ordinal).Replace("STUDIES", Studies, StringComparison.Ordinal));
        CommandRun run = await CommandRun.OfAsync("notebook", "run", path);
        Assert.True(run.ExitCode == 0, run.Output);
        return file;
    }

    /// <summary>What the last cell of a notebook showed.</summary>
    private async Task<string> ShownAsync(string name)
    {
        using var notebook = JsonDocument.Parse(await File.ReadAllTextAsync(_folder.PathOf(name + ".ipynb")));
        JsonElement text = notebook.RootElement.GetProperty("cells")[1].GetProperty("outputs")[0].GetProperty("data").GetProperty("text/plain");
        return text.ValueKind == JsonValueKind.Array ? string.Concat(text.EnumerateArray().Select(t => t.GetString())) : text.GetString()!;
    }
}
