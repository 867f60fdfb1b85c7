using System.CommandLine;

namespace TradeBot.Cli.Commands;

internal static class IndicatorsCommand
{
    public static Command Create() => new("indicators", "Look into the catalog of indicators.")
    {
        IndicatorsListCommand.Create(),
        IndicatorsShowCommand.Create(),
    };
}
