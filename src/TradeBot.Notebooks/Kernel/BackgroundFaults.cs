using System.Runtime.ExceptionServices;

namespace TradeBot.Notebooks;

/// <summary>Keeps the process alive when a thread or timer that a cell started throws, and shows the exception in that cell.</summary>
internal static class BackgroundFaults
{
    private static readonly Lazy<bool> Installation = new(TakeOver);

    /// <summary>Installs the handler, once in a process; exceptions from outside any cell still end the process.</summary>
    public static void Install() => _ = Installation.Value;

    private static bool TakeOver()
    {
        ExceptionHandling.SetUnhandledExceptionHandler(Handle);
        return true;
    }

    private static bool Handle(Exception exception)
    {
        if (CellScope.Current is not { } cell)
            return false;
        cell.Show(new ErrorOutput(ExceptionReport.Of(exception, cell.Name)));
        return true;
    }
}
