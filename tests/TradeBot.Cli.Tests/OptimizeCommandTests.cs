using System.Text.Json;
using TradeBot.MarketData;
using TradeBot.Optimization;
using TradeBot.Strategies;
using TradeBot.Testing;
using TradeBot.Trading;

namespace TradeBot.Cli.Tests;

public sealed class OptimizeCommandTests : IDisposable
{
    private static readonly CandleSeries Candles = MarketGenerator.Single(4_000, seed: 5);
    private static readonly string[] Space = ["--int", "fast=5..15:5", "--int", "slow=10..30:10", "--where", "fast<slow", "--timeframe", "5m"];

    private readonly string _folder = Directory.CreateTempSubdirectory("tradebot-").FullName;

    public OptimizeCommandTests() => CandleStore.Open(Data).Replace(Candles);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task It_tries_what_the_space_says_and_evaluates_the_winner()
    {
        (int code, string output, string error) = await OptimizeAsync([.. Space, "--name", "cross", "--report"]);

        Assert.Equal((0, ""), (code, error));
        CandleSeries candles = Candles.Resample(Timeframe.FiveMinutes);
        StudyResult expected = Study.Named("cross", seed: 0).Int("fast", 5..15, step: 5).Int("slow", 10..30, step: 10).Where(p => p["fast"] < p["slow"])
            .Maximize(r => r.Sharpe).Sweep(candles, p => EmaCross.Rule(p["fast"], p["slow"]));
        Assert.Contains("tried     7 trials by grid", output, StringComparison.Ordinal);
        Assert.Contains("run by    the sweep\n", output, StringComparison.Ordinal);
        Assert.Contains(expected.Best!.Parameters.ToString(), output, StringComparison.Ordinal);
        Assert.Contains($"verdict   {expected.Verdict().Sentence}", output, StringComparison.Ordinal);
        Assert.StartsWith("<!DOCTYPE html>", await File.ReadAllTextAsync(Path.Combine(Studies, "cross.html")), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Every_trial_is_written_down_beside_the_candles()
    {
        await OptimizeAsync([.. Space, "--name", "cross"]);

        using var ledger = TrialLedger.Open(Ledger);
        Assert.Equal(Enumerable.Range(0, 7), ledger.EntriesOn(Candles.Resample(Timeframe.FiveMinutes).ContentHash).Select(e => e.Number).Order());
    }

    [SkippableFact]
    public async Task Off_counts_nowhere_although_a_study_counts_by_default()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no env -u, which takes away what tests inherit.");

        // From here the default is the folder trials beside the nearest candles: those of this test.
        ChildRun run = await ChildProcess.RunAsync(
            "env", ["-u", TrialLedger.Variable, "dotnet", CommandRun.Program, "optimize", "ema-cross", "--data", Data, "--studies", Studies, "--ledger", "off", .. Space], _folder);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("0 earlier trials", run.Text, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Ledger));
    }

    [Theory]
    [InlineData("ema-cross", "sharpe", "--sampler", "grid", "--int", "fast=5..15:5", "--int", "slow=20..40:10")]
    [InlineData("turtle-breakout", "return", "--sampler", "random", "--trials", "12", "--int", "entry=10..40", "--float", "stop=0.5..3", "--fees", "0.0001/0.0002")]
    [InlineData("rsi-reversion", "profit-factor", "--sampler", "tpe", "--trials", "12", "--log", "oversold=20..40", "--set", "overbought=65.5", "--slippage", "0.5")]
    [InlineData("turtle-breakout", "return", "--timeframe", "15m", "--sampler", "random", "--trials", "6", "--int", "entry=10..40", "--float", "stop=0.5..3")]
    [InlineData("ema-cross", "sharpe", "--timeframe", "5m", "--int", "fast=5..15:5", "--int", "slow=20..40:10")]
    public Task The_winner_typed_by_hand_gives_the_recorded_figures(string strategy, string metric, params string[] search) => RequireTyped(strategy, metric, search);

    [Fact]
    public async Task The_winner_with_levels_gives_the_recorded_figures_though_the_folder_holds_shorter_candles()
    {
        string document = Path.Combine(_folder, "levels.yaml");
        await File.WriteAllTextAsync(document, "parameters:\n  length: 14\nlong: rsi(length) crosses above 35\nexit: rsi(length) crosses below 65\nstop: 0.3%\ntake profit: 0.3%\n");
        await RequireTyped(document, "sharpe", "--timeframe", "1h", "--int", "length=5..20:5");
    }

    private async Task RequireTyped(string strategy, string metric, params string[] search)
    {
        (int code, string output, string error) = await Cli.RunAsync(
            ["optimize", strategy, "--data", Data, "--studies", Studies, "--ledger", Ledger, "--name", "typed", "--metric", metric, .. search]);
        Assert.Equal((0, ""), (code, error));
        Trial best = StudyJournal.Read(Path.Combine(Studies, "typed.study.jsonl"))!.Best!;

        // The first row of the table: rank, objective, parameters, trial.
        string row = output.Split('\n').First(line => line.TrimStart().StartsWith("1 ", StringComparison.Ordinal));
        string[] typed = [.. row.Split((char[])[' ', ','], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Contains('=', StringComparison.Ordinal))];
        IEnumerable<string> kept = search.Chunk(2).Where(pair => pair[0] is "--set" or "--fees" or "--slippage" or "--timeframe").SelectMany(pair => pair);
        JsonElement run = JsonDocument.Parse((await Cli.RunAsync(
            ["backtest", strategy, "--data", Data, "--json", .. kept, .. typed.SelectMany(setting => (string[])["--set", setting])])).Output).RootElement;
        double figure = run.GetProperty("figures").GetProperty(NameOf(metric)).GetDouble();
        Assert.Equal(best.Value, figure, 1e-9 * Math.Abs(best.Value));
    }

    [Fact]
    public async Task Every_later_study_on_the_same_data_counts_the_earlier_trials()
    {
        await OptimizeAsync([.. Space, "--name", "first"]);
        (_, string output, _) = await OptimizeAsync([.. Space, "--name", "second", "--sampler", "tpe", "--trials", "5"]);

        Assert.Contains("7 earlier trials on it counted too", output, StringComparison.Ordinal);
        Assert.Contains("The best of 12 trials is", output, StringComparison.Ordinal);
        Assert.Contains("The best of ", (await Cli.RunAsync("study", "show", "first", "--studies", Studies, "--data", Data, "--ledger", Ledger)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_study_goes_on_where_it_was_cut_off()
    {
        await OptimizeAsync([.. Space, "--name", "cross"]);
        string journal = Path.Combine(Studies, "cross.study.jsonl");
        byte[] whole = await File.ReadAllBytesAsync(journal);
        StudyResult expected = StudyJournal.Read(journal)!;
        await File.WriteAllBytesAsync(journal, whole[..(whole.Length / 2)]);

        (int code, string output, string error) = await Cli.RunAsync("study", "resume", "cross", "--studies", Studies, "--data", Data, "--ledger", Ledger);

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("tried     7 trials", output, StringComparison.Ordinal);
        Assert.Equal(expected.Trials.Select(t => (t.Number, t.Value)), StudyJournal.Read(journal)!.Trials.Select(t => (t.Number, t.Value)));
    }

    [Fact]
    public async Task A_name_belongs_to_the_study_that_was_begun_with_it()
    {
        await OptimizeAsync([.. Space, "--name", "cross"]);
        (int code, _, string error) = await OptimizeAsync([.. Space, "--name", "cross", "--fees", "none"]);

        Assert.Equal(2, code);
        Assert.Contains("The study \"cross\" was started with another spec", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Studies_are_listed_shown_and_reported()
    {
        await OptimizeAsync([.. Space, "--name", "cross", "--min-trades", "1000000"]);
        string page = Path.Combine(_folder, "page.html");

        JsonElement list = JsonDocument.Parse((await Cli.RunAsync("study", "list", "--studies", Studies, "--json")).Output).RootElement;
        Assert.Equal(("cross", 7), (list[0].GetProperty("name").GetString(), list[0].GetProperty("trials").GetInt32()));
        Assert.Contains("cross", (await Cli.RunAsync("study", "list", "--studies", Studies)).Output, StringComparison.Ordinal);
        Assert.Contains("infeasible 7 trials", (await Cli.RunAsync("study", "show", "cross", "--studies", Studies, "--data", Data, "--ledger", Ledger)).Output, StringComparison.Ordinal);
        Assert.Contains($"written   {page}", (await Cli.RunAsync("study", "report", "cross", "--studies", Studies, "--data", Data, "--ledger", Ledger, "--out", page)).Output, StringComparison.Ordinal);
        Assert.True(File.Exists(page));
    }

    [Fact]
    public async Task A_holdout_is_locked_and_not_searched()
    {
        (_, string output, _) = await OptimizeAsync([.. Space, "--name", "held", "--holdout", "0.25", "--json"]);

        CandleSeries candles = Candles.Resample(Timeframe.FiveMinutes);
        string searched = candles.Between(DateTime.MinValue, candles.OpenTimeAt((int)Math.Round(candles.Count * 0.75))).ContentHash;
        Assert.Equal(searched, JsonDocument.Parse(output).RootElement.GetProperty("dataHash").GetString());

        using (var holdout = Holdout.Open(Path.Combine(Data, "holdout.jsonl")))
            holdout.Unlock(candles.ContentHash, "final check");
        Assert.Contains("UTC: final check", (await OptimizeAsync([.. Space, "--name", "later"])).Output, StringComparison.Ordinal);

        // Of the study that searched before the boundary, too: what is shown and reported is what is known by then.
        Assert.Contains("UTC: final check", (await Cli.RunAsync("study", "show", "held", "--studies", Studies, "--data", Data, "--ledger", Ledger)).Output, StringComparison.Ordinal);
        await Cli.RunAsync("study", "report", "held", "--studies", Studies, "--data", Data, "--ledger", Ledger);
        Assert.Contains("UTC: final check", await File.ReadAllTextAsync(Path.Combine(Studies, "held.html")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no parameter to search")]
    [InlineData("is not a range such as fast=5..50", "--int", "fast=5-50")]
    [InlineData("the nearest is 'fast'", "--int", "fats=5..6")]
    [InlineData("there is no parameter 'slow'", "--int", "fast=5..6", "--where", "fast<slow")]
    [InlineData("takes a number of seconds", "--int", "fast=5..6", "--trial-timeout", "soon")]
    [InlineData("--trials: The tpe sampler needs the number of trials", "--int", "fast=5..6", "--sampler", "tpe")]
    [InlineData("the nearest is 'tpe'", "--int", "fast=5..6", "--sampler", "tep")]
    [InlineData("the nearest is 'sharpe'", "--int", "fast=5..6", "--metric", "sharp")]
    [InlineData("The metric calmar divides an annual return, which needs 30 days of candles; there are 2.8.", "--int", "fast=5..6", "--metric", "calmar")]
    public async Task A_mistake_is_one_line_that_names_it(string expected, params string[] args)
    {
        (int code, string output, string error) = await OptimizeAsync(args);

        Assert.Equal(2, code);
        Assert.Contains(expected, output + error, StringComparison.Ordinal);
    }

    private static string NameOf(string metric) => metric switch { "sharpe" => "Sharpe ratio", "return" => "Total return", _ => "Profit factor" };

    private string Data => Path.Combine(_folder, "data");

    private string Ledger => Path.Combine(Data, "trials");

    private string Studies => Path.Combine(_folder, "studies");

    private Task<(int Code, string Output, string Error)> OptimizeAsync(params string[] args) =>
        Cli.RunAsync(["optimize", "ema-cross", "--data", Data, "--studies", Studies, "--ledger", Ledger, .. args]);
}
