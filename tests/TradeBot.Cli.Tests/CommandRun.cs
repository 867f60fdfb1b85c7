using TradeBot.Testing;

namespace TradeBot.Cli.Tests;

/// <summary>A run of the command as a process of its own.</summary>
/// <param name="ExitCode">The process's exit code.</param>
/// <param name="Output">Standard output and error together.</param>
internal sealed record CommandRun(int ExitCode, string Output)
{
    public static async Task<CommandRun> OfAsync(params string[] arguments)
    {
        using ChildProcess process = Start(arguments);
        (int code, string output, string error) = await process.EndAsync();
        return new CommandRun(code, output + error);
    }

    /// <summary>Starts the command and leaves it running.</summary>
    public static ChildProcess Start(params string[] arguments) =>
        ChildProcess.Start("dotnet", [Path.Combine(AppContext.BaseDirectory, "TradeBot.Cli.dll"), .. arguments]);
}
