using System.CommandLine;

namespace TradeBot.Cli.Commands;

internal static class DataCommand
{
    public static Command Create() => new("data", "List, check, repair and convert candles.")
    {
        DataListCommand.Create(),
        DataValidateCommand.Create(),
        DataRepairCommand.Create(),
        DataResampleCommand.Create(),
        DataImportCommand.Create(),
        DataExportCommand.Create(),
        DataGenerateCommand.Create(),
    };
}
