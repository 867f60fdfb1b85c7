using System.CommandLine;

namespace TradeBot.Cli.Commands;

internal static class IndicatorsCommand
{
    public static Command Create() => new("indicators", "List and show the indicators of the catalog.")
    {
        IndicatorsListCommand.Create(),
        IndicatorsShowCommand.Create(),
    };
}
