using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace TradeBot.Notebooks;

/// <summary>Notices that the process which started this one is gone: a killed front end sends no goodbye.</summary>
internal static class ParentWatch
{
    /// <summary>Names the front end's process: its id, or on Windows an inherited handle to it.</summary>
    private const string Variable = "JPY_PARENT_PID";

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    /// <summary>Completes when the parent has ended; never where that cannot be determined.</summary>
    public static async Task EndAsync(CancellationToken cancellationToken)
    {
        bool named = long.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.None, CultureInfo.InvariantCulture, out long parent) && parent > 1;
        if (OperatingSystem.IsWindows())
            await HandleEndAsync(named ? parent : null, cancellationToken);
        else
            await ProcessEndAsync(named ? (int)parent : null, cancellationToken);
    }

    private static async Task HandleEndAsync(long? handle, CancellationToken cancellationToken)
    {
        if (handle is null)
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        using var parent = new ManualResetEvent(initialState: false) { SafeWaitHandle = new SafeWaitHandle((nint)handle!.Value, ownsHandle: false) };
        while (!parent.WaitOne(0))
            await Task.Delay(Interval, cancellationToken);
    }

    /// <summary>An orphan gets another parent; the named process may also be an ancestor further up.</summary>
    private static async Task ProcessEndAsync(int? named, CancellationToken cancellationToken)
    {
        int first = ParentId();
        while (ParentId() == first && (named is null || named == first || Exists(named.Value)))
            await Task.Delay(Interval, cancellationToken);
    }

    private static bool Exists(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "getppid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ParentId();
}
