namespace TradeBot.Notebooks;

/// <summary>How to start a process that runs one notebook's cells: it must call <see cref="NotebookWorker.RunAsync"/>.</summary>
/// <param name="FileName">The program.</param>
/// <param name="Arguments">What comes before the pipe's name, which is appended.</param>
public sealed record WorkerCommand(string FileName, IReadOnlyList<string> Arguments);

/// <summary>A setting of the runtime, read before any code runs, that makes kernels and workers start faster.</summary>
/// <remarks>
/// The runtime keeps memory either writable or executable and maps it twice to that end. A process that runs what
/// its user types gains no safety by it, and compiles a tenth slower.
/// </remarks>
internal static class RuntimeStart
{
    public const string Variable = "DOTNET_EnableWriteXorExecute";

    public const string Value = "0";
}
