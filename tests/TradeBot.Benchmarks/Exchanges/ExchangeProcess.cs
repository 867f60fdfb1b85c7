using System.Diagnostics;
using TradeBot.Testing;

namespace TradeBot.Benchmarks.Exchanges;

/// <summary>The local exchange of the built command, in a process of its own.</summary>
internal sealed class ExchangeProcess : IAsyncDisposable
{
    private const string FirstWords = "local exchange at ";

    private readonly Process _process;

    private ExchangeProcess(Process process, string address) => (_process, Address) = (process, address);

    public string Address { get; }

    public static async Task<ExchangeProcess> StartAsync(params string[] arguments)
    {
        string command = Repository.PathOf("artifacts", "bin", "TradeBot.Cli", "release", "TradeBot.Cli.dll");
        var start = new ProcessStartInfo("dotnet", ["exec", command, "exchange", "--port", "0", "--speed", "0", "--until-input-ends", .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        Process process = Process.Start(start)!;
        string? line = await process.StandardOutput.ReadLineAsync();
        return line?.StartsWith(FirstWords, StringComparison.Ordinal) == true
            ? new ExchangeProcess(process, line[FirstWords.Length..])
            : throw new InvalidOperationException($"The exchange did not start; build the command in Release first. It said: {line}");
    }

    /// <summary>Stops it.</summary>
    /// <returns>What it counted.</returns>
    public async Task<string> StopAsync()
    {
        _process.StandardInput.Close();
        string said = await _process.StandardOutput.ReadToEndAsync();
        await _process.WaitForExitAsync();
        return said.TrimEnd().Split('\n')[^1];
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await StopAsync();
        _process.Dispose();
    }
}
