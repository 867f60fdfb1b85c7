using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Net.Sockets;
using TradeBot.Cli.Commands;
using TradeBot.MarketData;
using TradeBot.Notebooks;

namespace TradeBot.Cli;

/// <summary>The tradebot command: its subcommands, and what they share.</summary>
internal static class CommandLine
{
    private const string Name = "tradebot";
    private const string Description = "Research environment for systematic trading.";

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken cancellationToken = default)
    {
        ParseResult parsed = RootOf(args).Parse(args);
        var configuration = new InvocationConfiguration
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = KernelRunCommand.Handles(parsed) ? null : TimeSpan.FromSeconds(5),
        };
        if (parsed is { Action: ParseErrorAction, CommandResult.Command.Subcommands.Count: 0 })
        {
            // The parser's own action prints the whole help after it, which hides the one line that matters.
            foreach (string mistake in parsed.Errors.Select(Mistake.Of).Distinct())
                await error.WriteLineAsync($"tradebot: {mistake}");
            return ExitCode.WrongUsage;
        }

        int code = await InvokeAsync(parsed, configuration, cancellationToken);
        return parsed.Errors.Count > 0 ? ExitCode.WrongUsage : code;
    }

    /// <summary>The command by the name that users type, whatever the program's file is called.</summary>
    public static Command CreateRoot() => RootOf(
        NotebookCommand.Create(),
        KernelCommand.Create(),
        FetchCommand.Create(),
        StreamCommand.Create(),
        ExchangeCommand.Create(),
        DataCommand.Create(),
        StrategyCommand.Create(),
        IndicatorsCommand.Create(),
        BacktestCommand.Create(),
        RunCommand.Create(),
        TradeCommand.Create(),
        OptimizeCommand.Create(),
        StudyCommand.Create(),
        TrainCommand.Create(),
        ModelsCommand.Create(),
        ReportCommand.Create());

    /// <summary>The commands that an argument list can mean. Kernels and notebooks start sooner because the others are not loaded.</summary>
    private static Command RootOf(string[] args) => args switch
    {
        ["kernel", ..] => RootOf(KernelCommand.Create()),
        ["notebook", ..] => RootOf(NotebookCommand.Create()),
        _ => CreateRoot(),
    };

    private static Command RootOf(params ReadOnlySpan<Command> commands)
    {
        var root = new Command(Name, Description) { new HelpOption(), new VersionOption() };
        foreach (Command command in commands)
            root.Add(command);
        return root;
    }

    /// <summary>Every command with a time range refuses a range that ends before it starts, before any work.</summary>
    /// <exception cref="ArgumentException">The end is not after the start.</exception>
    private static void RequireOrder(ParseResult parsed)
    {
        if (parsed.Errors.Count > 0)
            return; // told by the invocation
        Option<DateTime?>[] times = [.. parsed.CommandResult.Command.Options.OfType<Option<DateTime?>>()];
        if (Of("--from") is { } from && Of("--to") is { } to && to <= from)
            throw new ArgumentException(FormattableString.Invariant($"--from is {from:yyyy-MM-dd HH:mm} and --to is {to:yyyy-MM-dd HH:mm}: the range is empty, give an end after its start."));

        DateTime? Of(string name) => Array.Find(times, option => option.Name == name) is { } option ? parsed.GetValue(option) : null;
    }

    /// <summary>Gives mistakes that can happen in every command the same message and exit code.</summary>
    private static async Task<int> InvokeAsync(ParseResult parsed, InvocationConfiguration configuration, CancellationToken cancellationToken)
    {
        try
        {
            RequireOrder(parsed);
            return await parsed.InvokeAsync(configuration, cancellationToken);
        }
        catch (Exception mistake) when (mistake
            is ArgumentException or FormatException or NotebookFormatException or CandleDataException or InvalidDataException or IOException or SocketException or UnauthorizedAccessException)
        {
            await configuration.Error.WriteLineAsync($"tradebot: {Mistake.Of(mistake, parsed.CommandResult.Command)}");
            return ExitCode.WrongUsage;
        }
        catch (OperationCanceledException)
        {
            await configuration.Error.WriteLineAsync("tradebot: cancelled");
            return ExitCode.Cancelled;
        }
    }
}
