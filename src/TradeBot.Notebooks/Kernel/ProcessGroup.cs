using System.Globalization;
using System.Runtime.InteropServices;

namespace TradeBot.Notebooks;

/// <summary>The processes that cells start: they belong to the notebook's process, and end with it.</summary>
/// <remarks>
/// On Linux they are found by their ancestors and by their group, on macOS by their group; on Windows only those are ended whose process is killed by
/// its runner. One that leaves group and ancestors, as a daemon does, is left alone.
/// </remarks>
internal static class ProcessGroup
{
    private const int KillSignal = 9;
    private const int MostRounds = 10; // each ends what the round before has started meanwhile

    /// <summary>Makes this process the leader of a group: what it starts from now on is of this group.</summary>
    public static void Lead()
    {
        if (!OperatingSystem.IsWindows())
            _ = SetGroup(0, 0); // refused to the leader of a session, who leads a group already
    }

    /// <summary>Ends the remaining processes of a group whose leader has ended.</summary>
    public static void End(int leader)
    {
        if (!OperatingSystem.IsWindows())
            _ = Signal(-leader, KillSignal); // none is left: nothing to do
    }

    /// <summary>Ends the processes that this one started, and their child processes.</summary>
    public static void EndChildren()
    {
        if (!OperatingSystem.IsLinux())
            return;
        for (int round = 0; round < MostRounds; round++)
        {
            int[] children = Children();
            foreach (int child in children)
                _ = Signal(child, KillSignal);
            if (children.Length == 0)
                return;
        }
    }

    private static int[] Children()
    {
        int own = Environment.ProcessId;
        var processes = Directory.EnumerateDirectories("/proc").Select(Path.GetFileName)
            .Where(name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Select(name => Read(name!)).OfType<RunningProcess>().ToDictionary(process => process.Id);
        bool isLeader = processes.TryGetValue(own, out RunningProcess? self) && self.Group == own;
        return [.. processes.Values.Where(process => process.Id != own && ((isLeader && process.Group == own) || Descends(process))).Select(process => process.Id)];

        bool Descends(RunningProcess process)
        {
            for (int steps = 0; steps < processes.Count; steps++)
            {
                if (process.Parent == own)
                    return true;
                if (!processes.TryGetValue(process.Parent, out RunningProcess? parent))
                    return false;
                process = parent;
            }

            return false;
        }
    }

    /// <returns>Null for a process that has ended, even where its parent has not waited for it yet.</returns>
    private static RunningProcess? Read(string id)
    {
        try
        {
            // "id (name) state parent group …": the name may contain anything.
            string stat = File.ReadAllText($"/proc/{id}/stat");
            string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] is "Z" or "X" ? null : new RunningProcess(Number(id), Number(fields[1]), Number(fields[2]));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    [DllImport("libc", EntryPoint = "setpgid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetGroup(int process, int group);

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Signal(int process, int signal);

    private sealed record RunningProcess(int Id, int Parent, int Group);
}
