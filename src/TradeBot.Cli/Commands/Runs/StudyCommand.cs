using System.CommandLine;
using TradeBot.Cli.Printing;
using TradeBot.MarketData;
using TradeBot.Optimization;
using TradeBot.Reporting;
using TradeBot.Trading;

namespace TradeBot.Cli.Commands;

internal static class StudyCommand
{
    private static readonly Argument<string> Name = new("name") { Description = "The study's name; see tradebot study list." };
    private static readonly Option<string> Data = DataArguments.Data("Folder of the candles, whose ledger holds earlier trials.");
    private static readonly Option<string?> File = new("--out") { Description = "The page to write; by default beside the study.", HelpName = "file" };
    private static readonly Option<bool> Json = DataArguments.Json();

    public static Command Create() => new("study", "List, show, resume and report the studies that tradebot optimize made.")
    {
        List(), Show(), Resume(), Report(),
    };

    private static Command List()
    {
        var command = new Command("list", "List the studies of a folder. Exit code: 0 listed, 2 there is no such folder.") { StudyArguments.Folder, Json };
        command.SetAction(parsed =>
        {
            DataArguments.RequireFolder(parsed.GetRequiredValue(StudyArguments.Folder), StudyArguments.Folder.Name);
            StudyFolder folder = FolderOf(parsed);
            PrinterOf(parsed).PrintAll([.. folder.Names.Select(name => (name, StudyJournal.Read(folder.JournalOf(name))))]);
            return ExitCode.Success;
        });
        return command;
    }

    private static Command Show()
    {
        var command = new Command("show", "Show the trials of a study and its results.") { Name, StudyArguments.Folder, StudyArguments.Ledger, Data, Json };
        command.SetAction(parsed =>
        {
            PrinterOf(parsed).Print(Counted(parsed));
            return ExitCode.Success;
        });
        return command;
    }

    private static Command Resume()
    {
        var command = new Command("resume", "Resume a study that was interrupted, whether it was started here or in a notebook; finished trials are kept.") { Name, StudyArguments.Folder, ModelArguments.Folder, Data };
        foreach (Option option in OptimizeCommand.Outputs)
            command.Add(option);
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () =>
            {
                StudyFolder folder = FolderOf(parsed);
                string data = parsed.GetRequiredValue(Data);
                StudySpec spec = folder.Load(parsed.GetRequiredValue(Name));
                var feeds = new StoredFeeds(CandleStore.Open(data));
                return OptimizeCommand.Run(spec, [.. spec.Backtest.AllData.Select(feeds.Load)], folder, data, parsed, cancellationToken);
            },
            cancellationToken));
        return command;
    }

    private static Command Report()
    {
        var command = new Command("report", "Write the report of a study, one self-contained HTML page.") { Name, StudyArguments.Folder, StudyArguments.Ledger, Data, File };
        command.SetAction(parsed =>
        {
            string path = parsed.GetValue(File) ?? FolderOf(parsed).PageOf(parsed.GetRequiredValue(Name));
            StudyReport.Create(Counted(parsed)).Save(path);
            PrinterOf(parsed).PrintWritten(path);
            return ExitCode.Success;
        });
        return command;
    }

    /// <summary>The study with the earlier trials on the same data in the ledger, and the openings of its holdout.</summary>
    public static StudyResult Counted(string name, string studies, string data, string? place)
    {
        using var ledger = TrialLedger.Beside(data, place);
        return new StudyFolder(studies).Read(name, ledger, Path.Combine(data, OptimizeCommand.HoldoutFile));
    }

    private static StudyResult Counted(ParseResult parsed) =>
        Counted(parsed.GetRequiredValue(Name), parsed.GetRequiredValue(StudyArguments.Folder), parsed.GetRequiredValue(Data), parsed.GetValue(StudyArguments.Ledger));

    private static StudyFolder FolderOf(ParseResult parsed) => new(parsed.GetRequiredValue(StudyArguments.Folder));

    private static StudyPrinter PrinterOf(ParseResult parsed) => new(parsed.InvocationConfiguration.Output) { AsJson = parsed.GetResult(Json) is not null && parsed.GetValue(Json) };
}
