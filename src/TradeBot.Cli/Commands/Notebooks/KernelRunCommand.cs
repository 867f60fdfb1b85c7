using System.CommandLine;
using TradeBot.Notebooks;

namespace TradeBot.Cli.Commands;

internal static class KernelRunCommand
{
    private const string Name = "run";

    private static readonly Argument<string> File = new("connection_file") { Description = "The JSON file with ports and key that the front end wrote." };

    public static Command Create()
    {
        var command = new Command(
            Name,
            "Run the kernel; front ends call this command. SIGINT interrupts the running cell; the kernel ends on request, on SIGTERM and when its parent has ended. " +
            "Exit code: 0 ended, 2 no connection file, or a port is in use.")
        {
            File,
        };
        command.SetAction(RunAsync);
        return command;
    }

    /// <summary>True for a command line that runs the kernel: SIGINT is then the cell's, not the command's.</summary>
    public static bool Handles(ParseResult parsed) => parsed.CommandResult.Command.Arguments.Contains(File);

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await JupyterKernel.RunAsync(ConnectionFile.Load(parsed.GetValue(File)!));
        Environment.Exit(ExitCode.Success); // threads that cells started in the foreground must not outlive the kernel
        return ExitCode.Success;
    }
}
