using System.Runtime.ExceptionServices;

namespace TradeBot.Notebooks;

/// <summary>Keeps the process alive when a thread or timer that a cell started throws, and shows the exception in that cell.</summary>
/// <remarks>
/// A failed task that was never awaited is reported on the standard error of the cell whose code
/// threw: it comes to light only when the garbage collector meets it, so that no cell's fate may hang on it.
/// </remarks>
internal static class BackgroundFaults
{
    private static readonly Lazy<bool> Installation = new(TakeOver);

    /// <summary>Installs the handler, once in a process; exceptions from outside any cell still end the process.</summary>
    public static void Install() => _ = Installation.Value;

    private static bool TakeOver()
    {
        ExceptionHandling.SetUnhandledExceptionHandler(Handle);
        TaskScheduler.UnobservedTaskException += (_, unobserved) => Tell(unobserved.Exception);
        return true;
    }

    private static bool Handle(Exception exception)
    {
        if (CellScope.Current is not { } cell)
            return false;
        cell.Show(new ErrorOutput(ExceptionReport.Of(exception, cell.Name)));
        return true;
    }

    private static void Tell(AggregateException unobserved)
    {
        foreach (Exception exception in unobserved.Flatten().InnerExceptions)
        {
            if (CellSymbols.CellOf(exception) is { } cell)
                cell.Show(new StreamOutput(StreamKind.Error, $"A task that was not awaited failed.\n{string.Join('\n', ExceptionReport.Of(exception, cell.Name).Trace)}\n"));
        }
    }
}
