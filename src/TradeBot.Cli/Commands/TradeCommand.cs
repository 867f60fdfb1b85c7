using System.CommandLine;

namespace TradeBot.Cli.Commands;

internal static class TradeCommand
{
    public static Command Create() => new(
        "trade",
        "Trade a strategy on paper with live candles, and monitor and control the sessions. " +
        "Exit code: 0 done, 1 the strategy failed, the session is halted, or no running session executed the command, 2 wrong usage or no such session, 130 stopped with Ctrl+C.")
    {
        TradePaperCommand.Create(),
        TradeSessionCommands.Status(),
        TradeSessionCommands.Halt(),
        TradeSessionCommands.Resume(),
        TradeSessionCommands.Reduce(),
        TradeSessionCommands.Flatten(),
        TradeSessionCommands.Report(),
        TradeSessionCommands.Audit(),
    };
}
