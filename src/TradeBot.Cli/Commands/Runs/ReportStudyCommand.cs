using System.CommandLine;
using TradeBot.MarketData;
using TradeBot.Optimization;
using TradeBot.Reporting;
using TradeBot.Trading;

namespace TradeBot.Cli.Commands;

internal static class ReportStudyCommand
{
    private static readonly Argument<string> Name = new("name") { Description = "The study's name; see tradebot study list." };

    public static Command Create()
    {
        var command = new Command("study", "A saved study: its trials, the probability that the best is luck, and the backtest of the best where its candles are still available.")
        {
            Name, StudyArguments.Folder, ReportArguments.Data, StudyArguments.Ledger, ReportArguments.Out,
        };
        command.SetAction(WriteAsync);
        return command;
    }

    private static async Task<int> WriteAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        string name = parsed.GetRequiredValue(Name), folder = parsed.GetRequiredValue(StudyArguments.Folder), data = parsed.GetRequiredValue(ReportArguments.Data);
        StudyResult study = StudyCommand.Counted(name, folder, data, parsed.GetValue(StudyArguments.Ledger));
        return ReportArguments.Write(StudyReport.Create(study, await BestAsync(study, new StudyFolder(folder), data, cancellationToken)), parsed);
    }

    /// <summary>The backtest of the best trial; null where there is none, or its candles are missing or have changed.</summary>
    private static async Task<BacktestResult?> BestAsync(StudyResult study, StudyFolder folder, string data, CancellationToken cancellationToken)
    {
        if (study.Best is not Trial winner)
            return null;
        BacktestSpec best = folder.Load(study.Name).BacktestOf(winner.Parameters);
        try
        {
            return await best.RunAsync(CandleStore.Open(data), cancellationToken: cancellationToken);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
