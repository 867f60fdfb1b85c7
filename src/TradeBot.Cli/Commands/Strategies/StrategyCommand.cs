using System.CommandLine;

namespace TradeBot.Cli.Commands;

internal static class StrategyCommand
{
    public static Command Create() => new("strategy", "List, show, validate and check strategies.")
    {
        StrategyListCommand.Create(),
        StrategyShowCommand.Create(),
        StrategyValidateCommand.Create(),
        StrategyCheckCommand.Create(),
    };
}
