using System.Diagnostics;

namespace TradeBot.Cli.Tests;

/// <summary>A run of the command as a process of its own.</summary>
/// <param name="ExitCode">The process's exit code.</param>
/// <param name="Output">Standard output and error together.</param>
internal sealed record CommandRun(int ExitCode, string Output)
{
    public static async Task<CommandRun> OfAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "TradeBot.Cli.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
            WorkingDirectory = AppContext.BaseDirectory, // this process's own moves with the notebooks that other tests run in it
        };
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new CommandRun(process.ExitCode, await output + await error);
    }
}
