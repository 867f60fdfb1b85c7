using System.CommandLine;
using TradeBot.Optimization;
using TradeBot.Reporting;
using TradeBot.Trading;

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
            Name, Folds, Embargo, StudyArguments.Folder, ReportArguments.Data, StudyArguments.Ledger, ReportArguments.Out,
        };
        command.SetAction((parsed, cancellationToken) => Task.Run(() => Write(parsed, cancellationToken), cancellationToken));
        return command;
    }

    private static int Write(ParseResult parsed, CancellationToken cancellationToken)
    {
        string name = parsed.GetRequiredValue(Name), data = parsed.GetRequiredValue(ReportArguments.Data);
        string? place = parsed.GetValue(StudyArguments.Ledger);
        var folder = new StudyFolder(parsed.GetRequiredValue(StudyArguments.Folder));
        StudyResult study = folder.Read(name);
        StudyRepeat repeat = StudyRepeat.Of(folder.ArgumentsOf(name), study.DataHash)
            ?? throw new ArgumentException($"The candles of the study \"{name}\" are not where it found them, or are others: it cannot be repeated.");
        ISplit split = Split.WalkForward(parsed.GetValue(Folds), parsed.GetValue(Embargo));
        ValidationResult validation;
        using (var ledger = TrialLedger.Beside(data, place))
            validation = repeat.Validate(study, split, ledger, cancellationToken);
        DataManifest[] used = [DataManifest.Of(repeat.Candles)];
        return ReportArguments.Write(WalkForwardReport.Create(validation, used[0], repeat.Conditions, ReportArguments.HistoryOf(data, used, place)), parsed);
    }
}
