using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TradeBot.Sessions;

/// <summary>Commands from other processes to a session, as files in its folder.</summary>
/// <remarks>
/// The file <c>HALT</c> is the kill switch: while it exists the session is halted, also after a restart, whatever it contains. Each
/// other command is one file; commands are executed in the order of their names and removed once they are in the journal.
/// </remarks>
internal static class ControlFolder
{
    private const string HaltFile = "HALT", Commands = "commands", Extension = ".json";

    private static int s_count;

    /// <summary>Whether the kill switch is on; true if that cannot be determined.</summary>
    public static bool IsHalted(string folder, out ControlCommand command)
    {
        string path = Path.Combine(folder, HaltFile);
        command = new ControlCommand(ControlVerb.Halt, "the file HALT", "the file exists.");
        try
        {
            if (!File.Exists(path))
                return false;
            command = Read(path) is { } told ? told with { Verb = ControlVerb.Halt } : command;
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            command = command with { Why = $"it cannot be read: {exception.Message}" };
            return true;
        }
    }

    public static void Halt(string folder, string by, string why) => Write(Path.Combine(folder, HaltFile), new ControlCommand(ControlVerb.Halt, by, why));

    public static void Release(string folder) => File.Delete(Path.Combine(folder, HaltFile));

    /// <summary>Writes a command for the session.</summary>
    /// <returns>The path of the file, which the session deletes once it has executed the command.</returns>
    public static string Post(string folder, ControlCommand command, DateTime now)
    {
        Directory.CreateDirectory(Path.Combine(folder, Commands));
        string path = Path.Combine(folder, Commands, string.Create(
            CultureInfo.InvariantCulture, $"{now:yyyyMMddHHmmssfffffff}-{Environment.ProcessId}-{Interlocked.Increment(ref s_count)}{Extension}"));
        Write(path, command);
        return path;
    }

    /// <summary>The waiting commands, oldest first, each with its file.</summary>
    public static IReadOnlyList<(string Path, ControlCommand Command)> Waiting(string folder)
    {
        string commands = Path.Combine(folder, Commands);
        if (!Directory.Exists(commands))
            return [];
        return [.. Directory.EnumerateFiles(commands, "*" + Extension).Order(StringComparer.Ordinal).Select(path => (path, Read(path))).Where(c => c.Item2 is not null).Select(c => (c.path, c.Item2!))];
    }

    private static void Write(string path, ControlCommand command) =>
        AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(command))));

    private static ControlCommand? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<ControlCommand>(File.ReadAllText(path));
        }
        catch (JsonException)
        {
            return null; // a HALT file written by hand can contain anything
        }
    }
}

/// <summary>The commands to a session.</summary>
internal enum ControlVerb
{
    Resume,
    Reduce,
    Flatten,
    Halt,
}

/// <summary>A command, who gave it (a pseudonym) and why.</summary>
internal sealed record ControlCommand(ControlVerb Verb, string By, string Why);
