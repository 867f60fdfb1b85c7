using System.CommandLine;
using TradeBot.MarketData;
using TradeBot.Optimization;
using TradeBot.Reporting;

namespace TradeBot.Cli.Commands;

internal static class ReportWalkForwardCommand
{
    private static readonly Argument<string> Name = new("name") { Description = "The study's name; see tradebot study list." };
    private static readonly Option<int> Folds = new("--folds") { Description = "How many test periods, one after the other.", HelpName = "count", DefaultValueFactory = _ => 5 };
    private static readonly Option<int> Embargo = new("--embargo") { Description = "How many candles are left out between the training and the test period.", HelpName = "candles" };

    public static Command Create()
    {
        var command = new Command("walk-forward", "Walk-forward of a saved study: the search is repeated in each fold on past candles only, and its winner is tested on the candles after them. The trials are counted.")
        {
            Name, Folds, Embargo, StudyArguments.Folder, ModelArguments.Folder, ReportArguments.Data, StudyArguments.Ledger, ReportArguments.Out,
        };
        command.SetAction(WriteAsync);
        return command;
    }

    private static async Task<int> WriteAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        string data = parsed.GetRequiredValue(ReportArguments.Data);
        string? place = parsed.GetValue(StudyArguments.Ledger);
        StudySpec spec = new StudyFolder(parsed.GetRequiredValue(StudyArguments.Folder)).Load(parsed.GetRequiredValue(Name)) with
        {
            Split = new SplitSpec { Folds = parsed.GetValue(Folds), Embargo = parsed.GetValue(Embargo) },
        };
        ValidationResult validation;
        using (var ledger = TrialLedger.Beside(data, place))
            validation = await spec.ValidateAsync(CandleStore.Open(data), new StudyOptions { Ledger = ledger ?? TrialLedger.None }, ModelArguments.Library(parsed), cancellationToken);
        return ReportArguments.Write(WalkForwardReport.Create(validation, spec.Backtest.Data[0], spec.Backtest.Terms, ReportArguments.HistoryOf(data, spec.Backtest.Data, place)), parsed);
    }
}
