using TradeBot.Testing;

namespace TradeBot.Notebooks.Tests.Kernel;

/// <summary>Runs cells in a process of their own.</summary>
internal static class LoneProcess
{
    /// <returns>The exit code and what was written, standard error after standard output.</returns>
    public static async Task<(int ExitCode, string Text)> RunAsync(params string[] cells)
    {
        using ChildProcess process = ChildProcess.Start("dotnet", ["exec", typeof(LoneProcess).Assembly.Location, .. cells]);
        (int code, string output, string error) = await process.EndAsync();
        return (code, output + error);
    }
}
