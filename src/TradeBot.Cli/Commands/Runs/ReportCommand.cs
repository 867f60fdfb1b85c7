using System.CommandLine;

namespace TradeBot.Cli.Commands;

internal static class ReportCommand
{
    public static Command Create() => new(
        "report",
        "Write a report on what is saved: a backtest, a study, its walk-forward, a model, candles, or two backtests side by side. " +
        "It leads with the verdict and the main figures, then says what was tested, on which data, after how many trials, at what cost and whether the holdout was opened. " +
        "Exit code: 0 written, 2 wrong usage, nothing saved there, or a file that cannot be read.")
    {
        ReportBacktestCommand.Create(),
        ReportStudyCommand.Create(),
        ReportWalkForwardCommand.Create(),
        ReportModelCommand.Create(),
        ReportDataCommand.Create(),
        ReportCompareCommand.Create(),
    };
}
