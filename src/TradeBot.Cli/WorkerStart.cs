using TradeBot.Notebooks;

namespace TradeBot.Cli;

/// <summary>How to start this command again, by the host that runs it, which need not be on the PATH.</summary>
internal static class WorkerStart
{
    /// <summary>The first argument of a process that runs a notebook's cells; not a command for users.</summary>
    public const string Verb = "notebook-worker";

    /// <summary>The program and the arguments that start this command.</summary>
    public static IReadOnlyList<string> Self { get; } = Find();

    public static WorkerCommand Command { get; } = new(Self[0], [.. Self.Skip(1), Verb]);

    private static string[] Find()
    {
        string host = Path.GetFullPath(Path.Combine(
            Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        return [File.Exists(host) ? host : "dotnet", "exec", typeof(WorkerStart).Assembly.Location];
    }
}
