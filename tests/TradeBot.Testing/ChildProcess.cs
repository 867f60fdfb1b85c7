using System.Diagnostics;
using System.Globalization;

namespace TradeBot.Testing;

/// <summary>A program that a test runs: in a folder that is said, open to interrupts, never for ever, and gone when the test ends.</summary>
/// <remarks>
/// A child inherits the working directory, which moves with the notebooks that other tests run in this process, and may be gone
/// by the time the child looks. One that outlives its test holds the test host's streams open, for whose end the whole run waits.
/// </remarks>
public sealed class ChildProcess : IDisposable
{
    /// <summary>How long a program may run where nothing else is said: far longer than any does, also on a busy machine.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan AfterEnd = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly string _name;

    private ChildProcess(Process process, string name) => (_process, _name) = (process, name);

    /// <summary>The process's number.</summary>
    public int Id => _process.Id;

    /// <summary>What it reads; to be closed by the caller.</summary>
    public StreamWriter Input => _process.StandardInput;

    /// <summary>What it writes.</summary>
    public StreamReader Output => _process.StandardOutput;

    /// <summary>What it writes to standard error.</summary>
    public StreamReader Error => _process.StandardError;

    /// <summary>Starts a program with all three streams redirected.</summary>
    /// <param name="program">A file, or a name on the path.</param>
    /// <param name="arguments">Each as one word.</param>
    /// <param name="folder">Its working directory; null for the folder of this test's assembly.</param>
    public static ChildProcess Start(string program, IEnumerable<string> arguments, string? folder = null)
    {
        // A shell that starts its command in the background makes it ignore SIGINT, and every process below inherits that.
        string[] command = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT", program, .. arguments] : [program, .. arguments];
        Process process = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? AppContext.BaseDirectory,
        })!;
        return new ChildProcess(process, $"{program} {string.Join(' ', arguments)}");
    }

    /// <summary>Runs a program to its end.</summary>
    /// <param name="program">A file, or a name on the path.</param>
    /// <param name="arguments">Each as one word.</param>
    /// <param name="folder">Its working directory; null for the folder of this test's assembly.</param>
    /// <param name="input">What it reads; null for an input that is at its end.</param>
    /// <param name="patience">How long it may run; null for <see cref="Patience"/>.</param>
    /// <exception cref="TimeoutException">It ran longer, and was killed.</exception>
    public static async Task<ChildRun> RunAsync(string program, IEnumerable<string> arguments, string? folder = null, ReadOnlyMemory<byte> input = default, TimeSpan? patience = null)
    {
        using ChildProcess process = Start(program, arguments, folder);
        Task<string> output = process.Output.ReadToEndAsync(), error = process.Error.ReadToEndAsync();
        await process.Input.BaseStream.WriteAsync(input).AsTask().WaitAsync(patience ?? Patience);
        process.Input.Close();
        int code = await process.ExitAsync(patience);
        // What it left running may hold its outputs open.
        return new ChildRun(code, await output.WaitAsync(AfterEnd), await error.WaitAsync(AfterEnd));
    }

    /// <summary>Presses Ctrl+C: sends SIGINT.</summary>
    public async Task InterruptAsync() => await RunAsync("kill", ["-INT", Id.ToString(CultureInfo.InvariantCulture)]);

    /// <summary>Ends it at once, as a crash would: what it started is left to notice by itself.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Waits for the end.</summary>
    /// <param name="patience">How long it may run; null for <see cref="Patience"/>.</param>
    /// <returns>Its exit code.</returns>
    /// <exception cref="TimeoutException">It ran longer, and was killed with all that it started.</exception>
    public async Task<int> ExitAsync(TimeSpan? patience = null)
    {
        TimeSpan limit = patience ?? Patience;
        try
        {
            await _process.WaitForExitAsync().WaitAsync(limit);
            return _process.ExitCode;
        }
        catch (TimeoutException late)
        {
            _process.Kill(entireProcessTree: true);
            throw new TimeoutException(FormattableString.Invariant($"{_name} had not ended after {limit.TotalSeconds:0} s, and was killed."), late);
        }
    }

    /// <summary>Ends it, where it has not, with all that it started.</summary>
    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
