using System.CommandLine;
using TradeBot.Cli.Printing;
using TradeBot.Reporting;
using TradeBot.Sessions;

namespace TradeBot.Cli.Commands;

/// <summary>Commands that show or control a session from another process.</summary>
internal static class TradeSessionCommands
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private static readonly Argument<string> Folder = new("session") { Description = "Folder of the session." };
    private static readonly Option<string> Why = new("--why") { Description = "The reason, for the journal.", HelpName = "sentence", DefaultValueFactory = _ => "No reason was given." };
    private static readonly Option<bool> Json = DataArguments.Json();

    /// <summary>Who gives the command: a pseudonym, because journals are kept and shown.</summary>
    public static Option<string> By { get; } = new("--by") { Description = "Who gives the command: a pseudonym, for the journal.", HelpName = "name", DefaultValueFactory = _ => "operator" };

    public static Command Status()
    {
        var command = new Command("status", "Show state, equity, positions and counts of a session. Exit code: 0 not halted, 1 halted, 2 wrong usage or no such session.") { Folder, Json };
        command.SetAction(parsed =>
        {
            var folder = SessionFolder.Open(parsed.GetRequiredValue(Folder));
            SessionSummary summary = folder.Summary();
            new TradePrinter(parsed.InvocationConfiguration.Output) { AsJson = parsed.GetValue(Json) }.Print(summary, folder.Holder);
            return summary.State == TradingState.Halted ? ExitCode.Failure : ExitCode.Success;
        });
        return command;
    }

    public static Command Halt() => Tell(
        "halt", "The kill switch: blocks new orders, cancels all orders, closes all positions, and stays on until resume. If no process is running, it takes effect when one starts.",
        (folder, by, why, cancel) => folder.HaltAsync(by, why, Patience, cancel));

    public static Command Resume() => Tell(
        "resume", "Lets the strategy trade again, also after the kill switch. If no process is running, the next one executes the command.",
        (folder, by, why, cancel) => folder.ResumeAsync(by, why, Patience, cancel));

    public static Command Reduce() => Tell(
        "reduce", "Allows only orders that reduce positions, until resume.",
        (folder, by, why, cancel) => folder.ReduceAsync(by, why, Patience, cancel));

    public static Command Flatten() => Tell(
        "flatten", "Closes all positions now; afterwards positions may only be reduced, until resume.",
        (folder, by, why, cancel) => folder.FlattenAsync(by, why, Patience, cancel));

    public static Command Report()
    {
        var command = new Command(
            "report", "Write a report on a session: figures, fills, differences from its backtest, interventions. The session and its backtest are run again on the candles of the journal. Exit code: 0 written, 2 wrong usage, no such session, or a journal that was changed.")
        {
            Folder, ReportArguments.Out,
        };
        command.SetAction(parsed => ReportArguments.Write(SessionReport.Create(SessionResult.Read(parsed.GetRequiredValue(Folder))), parsed));
        return command;
    }

    public static Command Audit()
    {
        var command = new Command("audit", "Verify that no line of a session's journal was changed, removed or inserted. Exit code: 0 unchanged, 1 changed, 2 wrong usage or no such session.") { Folder, Json };
        command.SetAction(parsed =>
        {
            JournalAudit audit = JournalAudit.Verify(parsed.GetRequiredValue(Folder));
            new TradePrinter(parsed.InvocationConfiguration.Output) { AsJson = parsed.GetValue(Json) }.Print(audit);
            return audit.IsIntact ? ExitCode.Success : ExitCode.Failure;
        });
        return command;
    }

    private static Command Tell(string name, string description, Func<SessionFolder, string, string, CancellationToken, Task<bool>> tell)
    {
        var command = new Command(name, description + " Exit code: 0 a running session executed it, 1 none did within 15 s, 2 wrong usage or no such session.") { Folder, By, Why };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var folder = SessionFolder.Open(parsed.GetRequiredValue(Folder));
            bool isDone = await tell(folder, parsed.GetRequiredValue(By), parsed.GetRequiredValue(Why), cancellationToken);
            TextWriter output = parsed.InvocationConfiguration.Output;
            if (isDone)
                output.Write($"done      {folder.Summary()}\n");
            else
                output.Write(folder.Holder is null ? "waits     No process runs the session; the next one executes the command when it starts.\n" : $"unknown   The session has not confirmed the command within {Patience.TotalSeconds:0} s: check it with tradebot trade status.\n");
            return isDone ? ExitCode.Success : ExitCode.Failure;
        });
        return command;
    }
}
