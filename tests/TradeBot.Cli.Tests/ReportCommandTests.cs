using System.Text.Json;
using TradeBot.Learning;
using TradeBot.MarketData;
using TradeBot.Optimization;

namespace TradeBot.Cli.Tests;

public sealed class ReportCommandTests : IDisposable
{
    private static readonly CandleSeries Candles = MarketGenerator.Single(6_000, seed: 5);

    private readonly string _folder = Directory.CreateTempSubdirectory("tradebot-").FullName;

    public ReportCommandTests() => CandleStore.Open(Data).Replace(Candles);

    private string Data => Path.Combine(_folder, "data");

    private string Studies => Path.Combine(_folder, "studies");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    public async Task A_saved_backtest_gives_the_page_that_the_run_gave(string format)
    {
        string page = PathOf("run.html"), saved = await BacktestAsync("run", "--format", format, "--report", page);

        (int code, string output, string error) = await ReportAsync("backtest", saved, "--out", PathOf("again.html"), "--out", PathOf("again.md"));

        Assert.Equal((0, ""), (code, error));
        Assert.Equal($"written   {PathOf("again.html")}\nwritten   {PathOf("again.md")}\n", output);
        Assert.Equal(await File.ReadAllTextAsync(page), await File.ReadAllTextAsync(PathOf("again.html")));
        Assert.StartsWith("# Backtest: ", await File.ReadAllTextAsync(PathOf("again.md")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_file_the_report_is_printed()
    {
        string output = (await ReportAsync("backtest", await BacktestAsync("run"))).Output;

        Assert.StartsWith("Backtest: ", output, StringComparison.Ordinal);
        foreach (string fact in (string[])["Tested: ", "Data: SYN 5m", "Costs paid: ", "Trials counted: 0 (different trials on the same data, in the ledger", "Better than chance: ", "Holdout: unknown"])
            Assert.Contains("\n" + fact, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trials_and_openings_of_the_data_folder_stand_against_a_backtest()
    {
        await OptimizeAsync();
        string whole = Candles.Resample(Timeframe.FiveMinutes).ContentHash;
        using (var holdout = Holdout.Open(Path.Combine(Data, "holdout.jsonl")))
        {
            holdout.Lock(whole, 1200);
            holdout.Unlock(whole, "a look");
        }

        string output = (await ReportAsync("backtest", await BacktestAsync("run"))).Output;
        Assert.Contains("\nTrials counted: 7 (different trials on the same data, in the ledger", output, StringComparison.Ordinal);
        Assert.Matches(@"\nHoldout: opened 1 time \(last opened .*: a look\)", output);

        string known = (await ReportAsync("backtest", PathOf("run"), "--study", "cross", "--studies", Studies)).Output;
        Assert.Contains("\nTrials counted: 7 (all in this study; equivalent to about", known, StringComparison.Ordinal);
        Assert.Contains(" The best of 7 trials is ", known, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_study_is_reported_with_the_candles_and_costs_of_its_best()
    {
        await OptimizeAsync();

        string output = (await ReportAsync("study", "cross", "--studies", Studies)).Output;

        foreach (string fact in (string[])["Tried: 7 trials", "Data: SYN 5m", "Costs of the best: ", "Trials counted: 7", "Better than luck: ", "Holdout: not opened"])
            Assert.Contains("\n" + fact, output, StringComparison.Ordinal);
        Assert.Contains("\nBacktest: ", output, StringComparison.Ordinal);

        CandleStore.Open(Data).Replace(MarketGenerator.Single(6_000, seed: 6)); // other candles under the same name
        string alone = (await ReportAsync("study", "cross", "--studies", Studies)).Output;
        Assert.DoesNotContain("\nBacktest: ", alone, StringComparison.Ordinal);
        Assert.Contains("\nTried: 7 trials", alone, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_study_is_walked_forward_on_its_own_candles_and_its_trials_are_counted()
    {
        await OptimizeAsync();

        (int code, string output, string error) = await ReportAsync("walk-forward", "cross", "--folds", "3", "--embargo", "10", "--studies", Studies);

        Assert.Equal((0, ""), (code, error));
        foreach (string fact in (string[])["Data: SYN 5m", "Cost to trade: taker fee 5.5 bp", "Trials: 21 (in all 3 folds together", "Holdout: unknown", "Efficiency: ", "Sharpe ratio, annualised: "])
            Assert.Contains("\n" + fact, output, StringComparison.Ordinal);
        Assert.Contains("Fold 2", output, StringComparison.Ordinal);

        CandleStore.Open(Data).Replace(MarketGenerator.Single(6_000, seed: 6));
        (code, _, error) = await ReportAsync("walk-forward", "cross", "--studies", Studies);
        Assert.Equal(2, code);
        Assert.Contains("holds other candles SYN 5m", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_registered_model_is_reported_with_its_trials_and_its_holdout()
    {
        var data = Dataset.FromColumns(["x"], [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]], [0, 1, 0, 1, 0, 1, 0, 1, 0, 1]);
        ModelComparison evaluations = await Models.CompareAsync(data, Split.TrainTest(0.4), [new Logistic()], seed: 1);
        ModelRegistry.Open(PathOf("models")).Register("direction", new Logistic().Train(data, Enumerable.Range(0, 10).ToArray(), 1), ModelCard.Of(data, evaluations[0]) with { Trials = 12 });

        (int code, string output, string error) = await Cli.RunAsync("report", "model", "direction", "1", "--models", PathOf("models"));

        Assert.Equal((0, ""), (code, error));
        foreach (string fact in (string[])["Model: logistic(C=1)", "Data: given rows", "Trials counted: 12", "Holdout: none", "Costs: not included"])
            Assert.Contains("\n" + fact, output, StringComparison.Ordinal);
        Assert.Contains("No model", (await Cli.RunAsync("report", "model", "other", "1", "--models", PathOf("models"))).Error, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Two_runs_that_differ_in_the_fee_are_set_side_by_side()
    {
        string cheap = await BacktestAsync("cheap"), dear = await BacktestAsync("dear", "--fees", "0.0002/0.001");

        (int code, _, string error) = await ReportAsync("compare", cheap, dear, "--out", PathOf("compare.json"));

        Assert.Equal((0, ""), (code, error));
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(PathOf("compare.json")));
        Assert.Equal("Comparison: cheap and dear", json.RootElement.GetProperty("title").GetString());
        JsonElement moved = json.RootElement.GetProperty("blocks").EnumerateArray().First(b => b.TryGetProperty("caption", out JsonElement c) && c.GetString() == "Figures that changed");
        Assert.Contains("Total return", moved.GetProperty("rows").EnumerateArray().Select(r => r[0].GetString()));
        Assert.DoesNotContain("Trades", moved.GetProperty("rows").EnumerateArray().Select(r => r[0].GetString()));
    }

    [Fact]
    public async Task Candles_are_reported_with_what_is_missing_and_how_often_they_were_tried()
    {
        string output = (await ReportAsync("data", "SYN", "1m")).Output;

        Assert.StartsWith("Data: SYN 1m\n", output, StringComparison.Ordinal);
        Assert.Contains($"\nSYN 1m, SHA-256: {Candles.ContentHash}\n", output, StringComparison.Ordinal);
        Assert.Contains("\nGaps: none", output, StringComparison.Ordinal);
        Assert.Contains("\nTrials counted: 0", output, StringComparison.Ordinal);
        Assert.Contains("\nHoldout: unknown", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("has no saved backtest", "backtest", "nowhere")]
    [InlineData("has no study", "study", "cross")]
    [InlineData("holds no XYZ 1m; it holds SYN 1m", "data", "XYZ", "1m")]
    [InlineData("has no saved backtest", "compare", "nowhere", "nowhere")]
    public async Task A_mistake_is_one_line_that_names_it(string expected, params string[] args)
    {
        (int code, string output, string error) = await ReportAsync([.. args, .. args[0] == "study" ? (string[])["--studies", Studies] : []]);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task A_damaged_export_and_an_unknown_ending_are_reported()
    {
        string saved = await BacktestAsync("run");
        (int code, _, string error) = await ReportAsync("backtest", saved, "--out", PathOf("page.pdf"));
        Assert.Equal(2, code);
        Assert.Contains("written as .html, .md, .json or .csv", error, StringComparison.Ordinal);

        await File.WriteAllTextAsync(Path.Combine(saved, "months.csv"), "year,month,return\n2024,x,1\n");
        (code, _, error) = await ReportAsync("backtest", saved);
        Assert.Equal(2, code);
        Assert.Contains("months.csv, row 1, month: expected a whole number", error, StringComparison.Ordinal);
    }

    private Task<(int Code, string Output, string Error)> ReportAsync(params string[] args) => Cli.RunAsync(["report", .. args, "--data", Data, "--ledger", Path.Combine(_folder, "trials")]);

    private async Task<string> BacktestAsync(string name, params string[] args)
    {
        (int code, _, string error) = await Cli.RunAsync(["backtest", "ema-cross", "--symbols", "SYN", "--timeframe", "5m", "--data", Data, "--ledger", Path.Combine(_folder, "trials"), "--out", PathOf(name), .. args]);
        Assert.True(code == 0, error);
        return PathOf(name);
    }

    private async Task OptimizeAsync()
    {
        (int code, _, string error) = await Cli.RunAsync(
            "optimize", "ema-cross", "--symbols", "SYN", "--timeframe", "5m", "--int", "fast=5..15:5", "--int", "slow=10..30:10", "--where", "fast<slow",
            "--data", Data, "--ledger", Path.Combine(_folder, "trials"), "--studies", Studies, "--name", "cross");
        Assert.True(code == 0, error);
    }

    private string PathOf(string name) => Path.Combine(_folder, name);
}
