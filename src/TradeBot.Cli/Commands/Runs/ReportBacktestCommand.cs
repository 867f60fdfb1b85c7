using System.CommandLine;
using TradeBot.Reporting;

namespace TradeBot.Cli.Commands;

internal static class ReportBacktestCommand
{
    private static readonly Argument<string> Saved = new("folder") { Description = "What tradebot backtest --out wrote: a folder, or its result.json." };
    private static readonly Option<string?> Study = new("--study") { Description = "The study that selected the strategy; its trials are counted in the verdict.", HelpName = "name" };

    public static Command Create()
    {
        var command = new Command("backtest", "The tear sheet of a saved backtest.") { Saved, Study, StudyArguments.Folder, ReportArguments.Data, StudyArguments.Ledger, ReportArguments.Out };
        command.SetAction(parsed =>
        {
            BacktestRecord record = BacktestRecord.Read(parsed.GetRequiredValue(Saved));
            string data = parsed.GetRequiredValue(ReportArguments.Data);
            SearchHistory search = parsed.GetValue(Study) is string study
                ? SearchHistory.Of(StudyCommand.Counted(study, parsed.GetRequiredValue(StudyArguments.Folder), data, parsed.GetValue(StudyArguments.Ledger)))
                : ReportArguments.HistoryOf(data, record.Manifest.Data, parsed.GetValue(StudyArguments.Ledger));
            return ReportArguments.Write(BacktestReport.Create(record.WithCandles(ReportArguments.CandlesOf(data, record.Manifest.Data)), search), parsed);
        });
        return command;
    }
}
