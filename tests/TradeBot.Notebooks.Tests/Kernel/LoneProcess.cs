using TradeBot.Testing;

namespace TradeBot.Notebooks.Tests.Kernel;

/// <summary>Runs cells in a process of their own.</summary>
internal static class LoneProcess
{
    /// <returns>The exit code and what was written, standard error after standard output.</returns>
    public static async Task<(int ExitCode, string Text)> RunAsync(params string[] cells)
    {
        ChildRun run = await ChildProcess.RunAsync("dotnet", ["exec", typeof(LoneProcess).Assembly.Location, .. cells]);
        return (run.ExitCode, run.Text);
    }
}
