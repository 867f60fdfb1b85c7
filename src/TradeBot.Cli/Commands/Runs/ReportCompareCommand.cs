using System.CommandLine;
using TradeBot.Reporting;

namespace TradeBot.Cli.Commands;

internal static class ReportCompareCommand
{
    private static readonly Argument<string> Before = new("before") { Description = "What tradebot backtest --out wrote: a folder, or its result.json." };
    private static readonly Argument<string> After = new("after") { Description = "The same for the second run." };

    public static Command Create()
    {
        var command = new Command("compare", "Two saved backtests side by side: which settings differ, and which figures changed.") { Before, After, ReportArguments.Data, StudyArguments.Ledger, ReportArguments.Out };
        command.SetAction(parsed =>
        {
            string before = parsed.GetRequiredValue(Before), after = parsed.GetRequiredValue(After), data = parsed.GetRequiredValue(ReportArguments.Data);
            BacktestRecord a = BacktestRecord.Read(before), b = BacktestRecord.Read(after);
            return ReportArguments.Write(BacktestComparison.Create(a, b, (NameOf(before), NameOf(after)), ReportArguments.HistoryOf(data, [.. a.Manifest.Data, .. b.Manifest.Data], parsed.GetValue(StudyArguments.Ledger))), parsed);
        });
        return command;
    }

    private static string NameOf(string path) => Path.GetFileName(Path.TrimEndingDirectorySeparator(
        path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? Path.GetDirectoryName(Path.GetFullPath(path))! : Path.GetFullPath(path)));
}
