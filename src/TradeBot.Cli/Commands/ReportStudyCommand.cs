using System.CommandLine;
using TradeBot.Optimization;
using TradeBot.Reporting;
using TradeBot.Trading;

namespace TradeBot.Cli.Commands;

internal static class ReportStudyCommand
{
    private static readonly Argument<string> Name = new("name") { Description = "The study's name; see tradebot study list." };

    public static Command Create()
    {
        var command = new Command("study", "A saved study: what was tried, how likely its best is luck, and the backtest of its best where its candles are still there.")
        {
            Name, StudyArguments.Folder, ReportArguments.Data, StudyArguments.Ledger, ReportArguments.Out,
        };
        command.SetAction((parsed, cancellationToken) => Task.Run(() => Write(parsed, cancellationToken), cancellationToken));
        return command;
    }

    private static int Write(ParseResult parsed, CancellationToken cancellationToken)
    {
        string name = parsed.GetRequiredValue(Name), folder = parsed.GetRequiredValue(StudyArguments.Folder);
        StudyResult study = StudyCommand.Counted(name, folder, parsed.GetRequiredValue(ReportArguments.Data), parsed.GetValue(StudyArguments.Ledger));
        BacktestResult? best = study.Best is Trial winner ? StudyRepeat.Of(new StudyFolder(folder).ArgumentsOf(name), study.DataHash)?.Run(winner.Parameters, cancellationToken) : null;
        return ReportArguments.Write(StudyReport.Create(study, best), parsed);
    }
}
