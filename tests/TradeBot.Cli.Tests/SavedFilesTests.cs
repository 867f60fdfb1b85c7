using System.Text.Json;
using TradeBot.Learning;
using TradeBot.MarketData;
using TradeBot.Optimization;
using TradeBot.Testing;

namespace TradeBot.Cli.Tests;

/// <summary>Files that TradeBot 0.1.0 saved, in the folder SavedFiles: what they count must never be lost.</summary>
public sealed class SavedFilesTests : IDisposable
{
    private const string Whole = "987957468195f2b297bb10238cd861a1ee0381b3588ad31ea87cc4af185d9321", Searched = "c5dfd17413dcf6605ce539dc8cdcdf91a24e1ab721eac4275a293cda50a9d7aa";

    private readonly string _folder = Directory.CreateTempSubdirectory("tradebot-").FullName;

    public SavedFilesTests()
    {
        string source = Repository.PathOf("tests", "TradeBot.Cli.Tests", "SavedFiles");
        foreach (string file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(_folder, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private string Data => Path.Combine(_folder, "data");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_ledger_counts_every_trial()
    {
        using TrialLedger ledger = TrialLedger.Open(Path.Combine(Data, "trials"));

        Assert.Equal(Enumerable.Range(0, 7), ledger.EntriesOn(Searched).Select(e => e.Number).Order());
        Assert.Equal(2, ledger.EntriesOn(Whole).Count);
    }

    [Fact]
    public void The_holdout_stays_locked_where_it_was()
    {
        CandleSeries candles = CandleStore.Open(Data).Load("SYN", Timeframe.OneHour);
        Assert.Equal(Whole, candles.ContentHash);

        using Holdout register = Holdout.Open(Path.Combine(Data, "holdout.jsonl"));
        Assert.Equal(640, register.Lock(Whole, candles.Count, 0.2, row => candles.Slice(0, row).ContentHash));
    }

    [Fact]
    public async Task The_trials_of_a_study_are_shown_with_the_verdict()
    {
        (int code, string output, string error) = await Cli.RunAsync("study", "show", "cross", "--studies", Path.Combine(_folder, "studies"), "--data", Data);

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("tried     7 trials by grid", output, StringComparison.Ordinal);
        Assert.Contains("fast=10, slow=30", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_study_that_was_cut_off_goes_on_by_its_command_with_its_trials_kept()
    {
        string studies = Path.Combine(_folder, "studies"), journal = Path.Combine(studies, "cross.study.jsonl");
        string[] lines = await File.ReadAllLinesAsync(journal);
        await File.WriteAllLinesAsync(journal, lines[..4]);

        (int code, string output, string error) = await Cli.RunAsync("study", "resume", "cross", "--studies", studies, "--data", Data);
        Assert.Equal((2, ""), (code, output));
        Assert.Contains("cross.command.json: TradeBot 0.1.0 started this study and stored a command, which this version does not read", error, StringComparison.Ordinal);

        string[] command = JsonSerializer.Deserialize<string[]>(await File.ReadAllTextAsync(Path.Combine(studies, "cross.command.json")))!;
        ChildRun run = await ChildProcess.RunAsync("dotnet", [CommandRun.Program, .. command], _folder);

        Assert.True(run.ExitCode == 0, run.Text);
        Assert.Equal(lines[..4], (await File.ReadAllLinesAsync(journal))[..4]);
        StudyResult study = StudyJournal.Read(journal)!;
        Assert.Equal(7, study.Trials.Count);
        Assert.Equal(1.545, study.Best!.Value, 3);
    }

    [Theory]
    [InlineData("run-csv", "manifest.json")]
    [InlineData("run-json", "result.json")]
    public async Task A_backtest_of_before_runs_were_data_is_refused_by_its_version(string folder, string file)
    {
        (int code, string output, string error) = await Cli.RunAsync("report", "backtest", Path.Combine(_folder, folder), "--data", Data);

        Assert.Equal((2, ""), (code, output));
        Assert.Equal($"tradebot: {Path.Combine(_folder, folder, file)}: TradeBot 0.1.0 saved this backtest before runs were data, and this version does not read it: run the backtest again and save it, or report it with TradeBot 0.1.0.\n", error);
    }

    [Fact]
    public void A_registered_model_is_loaded_and_predicts()
    {
        RegisteredModel model = ModelRegistry.Open(Path.Combine(_folder, "models")).Load("direction", 1);

        Assert.Equal("direction(forward-return(3))", model.Card.Label);
        Assert.Equal(782, model.Card.Rows);
        Assert.Equal(2, model.Card.Trials);
        Assert.Equal("e192c0c7da36035e02ca0dd34f26bb9b6557c8b4624cc78dea47a82b9e9b5474", model.Version.Hash);
    }
}
