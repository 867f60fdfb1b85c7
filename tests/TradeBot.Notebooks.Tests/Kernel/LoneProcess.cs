using System.Diagnostics;

namespace TradeBot.Notebooks.Tests.Kernel;

/// <summary>Runs cells in a process of their own.</summary>
internal static class LoneProcess
{
    /// <returns>The exit code and what was written, standard error after standard output.</returns>
    public static async Task<(int ExitCode, string Text)> RunAsync(params string[] cells)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in (string[])["exec", typeof(LoneProcess).Assembly.Location, .. cells])
            start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }
}
