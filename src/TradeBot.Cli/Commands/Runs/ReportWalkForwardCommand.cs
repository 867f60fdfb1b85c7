using System.CommandLine;
using TradeBot.MarketData;
using TradeBot.Optimization;
using TradeBot.Reporting;

namespace TradeBot.Cli.Commands;

internal static class ReportWalkForwardCommand
{
    private static readonly Argument<string> Name = new("name") { Description = "The study's name; see tradebot study list." };
    private static readonly Option<int> Folds = new("--folds") { Description = "How many stretches are judged, one after the other.", HelpName = "count", DefaultValueFactory = _ => 5 };
    private static readonly Option<int> Embargo = new("--embargo") { Description = "How many candles are left out between those searched and those judged.", HelpName = "candles" };

    public static Command Create()
    {
        var command = new Command("walk-forward", "A saved study's search, repeated on the past alone in each fold: what it chose, and what that earned on candles that it never saw. Its trials are counted.")
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
