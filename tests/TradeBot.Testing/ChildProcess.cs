using System.Diagnostics;

namespace TradeBot.Testing;

/// <summary>Programs that tests run: each in a folder that is said, and none for ever.</summary>
/// <remarks>
/// A child inherits the working directory, which moves with the notebooks that other tests run in this process,
/// and may be gone by the time the child looks.
/// </remarks>
public static class ChildProcess
{
    /// <summary>How long a program may run where nothing else is said: far longer than any does, also on a busy machine.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan AfterEnd = TimeSpan.FromSeconds(30);

    /// <summary>Starts a program with all three streams redirected; the caller disposes it, and ends it by <see cref="ExitAsync"/>.</summary>
    /// <param name="program">A file, or a name on the path.</param>
    /// <param name="arguments">Each as one word.</param>
    /// <param name="folder">Its working directory; null for the folder of this test's assembly.</param>
    public static Process Start(string program, IEnumerable<string> arguments, string? folder = null) => Process.Start(
        new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? AppContext.BaseDirectory,
        })!;

    /// <summary>Runs a program to its end.</summary>
    /// <param name="program">A file, or a name on the path.</param>
    /// <param name="arguments">Each as one word.</param>
    /// <param name="folder">Its working directory; null for the folder of this test's assembly.</param>
    /// <param name="input">What it reads; null for an input that is at its end.</param>
    /// <param name="patience">How long it may run; null for <see cref="Patience"/>.</param>
    /// <exception cref="TimeoutException">It ran longer, and was killed.</exception>
    public static async Task<ChildRun> RunAsync(string program, IEnumerable<string> arguments, string? folder = null, ReadOnlyMemory<byte> input = default, TimeSpan? patience = null)
    {
        using Process process = Start(program, arguments, folder);
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        await process.StandardInput.BaseStream.WriteAsync(input).AsTask().WaitAsync(patience ?? Patience);
        process.StandardInput.Close();
        int code = await ExitAsync(process, patience);
        // What it left running may hold its outputs open.
        return new ChildRun(code, await output.WaitAsync(AfterEnd), await error.WaitAsync(AfterEnd));
    }

    /// <summary>Waits for the end of a process.</summary>
    /// <param name="process">Started.</param>
    /// <param name="patience">How long it may run; null for <see cref="Patience"/>.</param>
    /// <returns>Its exit code.</returns>
    /// <exception cref="TimeoutException">It ran longer, and was killed with all that it started.</exception>
    public static async Task<int> ExitAsync(Process process, TimeSpan? patience = null)
    {
        TimeSpan limit = patience ?? Patience;
        try
        {
            await process.WaitForExitAsync().WaitAsync(limit);
            return process.ExitCode;
        }
        catch (TimeoutException late)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException(FormattableString.Invariant($"{process.StartInfo.FileName} {string.Join(' ', process.StartInfo.ArgumentList)} had not ended after {limit.TotalSeconds:0} s, and was killed."), late);
        }
    }
}
