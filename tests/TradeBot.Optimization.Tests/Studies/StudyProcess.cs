using System.Diagnostics;

namespace TradeBot.Optimization.Tests;

/// <summary>This assembly as a process of its own: see Program.cs.</summary>
internal static class StudyProcess
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <param name="folder">The working directory.</param>
    /// <param name="trials">What TRADEBOT_TRIALS says; null for nothing.</param>
    /// <param name="arguments">Of Program.cs.</param>
    public static Process Start(string folder, string? trials, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["exec", typeof(StudyProcess).Assembly.Location, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment.Remove(TrialLedger.Variable);
        if (trials is not null)
            start.Environment[TrialLedger.Variable] = trials;
        return Process.Start(start)!;
    }

    /// <summary>Waits for the end and gives what was written.</summary>
    public static async Task<string> OutputOfAsync(Process process)
    {
        process.StandardInput.Close();
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync().WaitAsync(Patience);
        await process.WaitForExitAsync().WaitAsync(Patience);
        Assert.Equal((0, ""), (process.ExitCode, await error));
        return output;
    }
}
