using System.Diagnostics;

namespace TradeBot.Notebooks.Tests.Kernel;

/// <summary>Processes that keep every core busy until disposed.</summary>
internal sealed class BusyProcesses : IDisposable
{
    private readonly Process[] _processes = [.. Enumerable.Range(0, Environment.ProcessorCount)
        .Select(_ => Process.Start(new ProcessStartInfo("sh", ["-c", "while :; do :; done"])) ?? throw new InvalidOperationException("No shell was started."))];

    public void Dispose()
    {
        foreach (Process process in _processes)
        {
            process.Kill();
            process.Dispose();
        }
    }
}
