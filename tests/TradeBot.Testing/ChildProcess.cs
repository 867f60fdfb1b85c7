using System.Diagnostics;
using System.Globalization;

namespace TradeBot.Testing;

/// <summary>
/// A process that a test starts: it can be interrupted, whatever this one inherited, its end is waited for no longer than
/// <see cref="Patience"/>, and neither it nor what it started is left when the test ends.
/// </summary>
/// <remarks>
/// A process that outlives its test keeps the test host's streams open, and the host's own end then waits for it without limit.
/// </remarks>
public sealed class ChildProcess : IDisposable
{
    private readonly Process _process;

    private ChildProcess(Process process) => _process = process;

    /// <summary>The longest wait for a process to end.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromMinutes(4);

    /// <summary>The process's number.</summary>
    public int Id => _process.Id;

    /// <summary>Standard output.</summary>
    public StreamReader Output => _process.StandardOutput;

    /// <summary>Starts a program. Its standard input is empty, output and error are read by the caller.</summary>
    /// <param name="program">The program's name or path.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="workingDirectory">Where it runs: never this process's own, which moves with the notebooks that tests run in it.</param>
    public static ChildProcess Start(string program, IEnumerable<string> arguments, string? workingDirectory = null)
    {
        // A shell that starts its command in the background makes it ignore SIGINT, and every process below inherits that.
        (string file, IEnumerable<string> rest) = OperatingSystem.IsLinux()
            ? ("env", ["--default-signal=INT", program, .. arguments])
            : (program, arguments);
        var start = new ProcessStartInfo(file, rest)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = workingDirectory ?? AppContext.BaseDirectory,
        };
        Process process = Process.Start(start)!;
        process.StandardInput.Close();
        return new ChildProcess(process);
    }

    /// <summary>Presses Ctrl+C: sends SIGINT.</summary>
    public async Task InterruptAsync()
    {
        using Process signal = Process.Start("kill", ["-INT", Id.ToString(CultureInfo.InvariantCulture)]);
        await signal.WaitForExitAsync();
    }

    /// <summary>Ends the process at once, as a crash would: what it started is left to notice by itself.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Waits for the end and returns the exit code.</summary>
    /// <exception cref="TimeoutException">It did not end within <see cref="Patience"/>.</exception>
    public async Task<int> ExitCodeAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    /// <summary>Reads all that it writes and waits for its end.</summary>
    /// <returns>The exit code; standard output; standard error.</returns>
    /// <exception cref="TimeoutException">It did not end within <see cref="Patience"/>.</exception>
    public async Task<(int ExitCode, string Output, string Error)> EndAsync()
    {
        Task<string> output = _process.StandardOutput.ReadToEndAsync(), error = _process.StandardError.ReadToEndAsync();
        int code = await ExitCodeAsync();
        return (code, await output.WaitAsync(Patience), await error.WaitAsync(Patience));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
