using TradeBot.Testing;

namespace TradeBot.Cli.Tests;

/// <summary>A run of the command as a process of its own.</summary>
/// <param name="ExitCode">The process's exit code.</param>
/// <param name="Output">Standard output and error together.</param>
internal sealed record CommandRun(int ExitCode, string Output)
{
    /// <summary>The command's assembly.</summary>
    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "TradeBot.Cli.dll");

    public static async Task<CommandRun> OfAsync(params string[] arguments)
    {
        ChildRun run = await ChildProcess.RunAsync("dotnet", [Program, .. arguments]);
        return new CommandRun(run.ExitCode, run.Text);
    }
}
