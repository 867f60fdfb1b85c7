using System.CommandLine;

namespace TradeBot.Cli.Commands;

internal static class ReportCommand
{
    public static Command Create() => new(
        "report",
        "Write a report on saved results: a backtest, a study, its walk-forward, a model, candles, or two backtests side by side. " +
        "It starts with the verdict and the main figures, then states what was tested, on which data, after how many trials, at what cost and whether the holdout was opened. " +
        "Exit code: 0 written, 2 wrong usage, nothing saved under that name, or a file that cannot be read.")
    {
        ReportBacktestCommand.Create(),
        ReportStudyCommand.Create(),
        ReportWalkForwardCommand.Create(),
        ReportModelCommand.Create(),
        ReportDataCommand.Create(),
        ReportCompareCommand.Create(),
    };
}
