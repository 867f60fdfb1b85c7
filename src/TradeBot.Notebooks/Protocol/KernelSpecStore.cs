using System.Text.Json;
using System.Text.Json.Nodes;

namespace TradeBot.Notebooks;

/// <summary>Registers the kernel with the front ends of this user: VS Code and Jupyter read the same folders.</summary>
/// <param name="dataFolder">The user's Jupyter folder; kernels lie in its <c>kernels</c>.</param>
/// <param name="otherFolders">More folders of that kind, of the system or named by the user: read, never written.</param>
public sealed class KernelSpecStore(string dataFolder, IReadOnlyList<string> otherFolders)
{
    /// <summary>The name under which the kernel is always installed.</summary>
    public const string KernelName = "tradebot-csharp";

    /// <summary>The kernel name that C# notebooks ask for. It belongs to .NET Interactive where that is installed.</summary>
    public const string DotNetName = ".net-csharp";

    /// <summary>What the front end replaces by the connection file's path.</summary>
    public const string ConnectionFilePlaceholder = "{connection_file}";

    private const string SpecFile = "kernel.json", DisplayName = "TradeBot (C#)";

    /// <summary>What notebooks of that name call it, so that opening one changes nothing in it.</summary>
    private const string DotNetDisplayName = ".NET (C#)";

    /// <summary>The store of the current user: <c>JUPYTER_DATA_DIR</c> where it is set, else where the platform keeps such data.</summary>
    public static KernelSpecStore OfUser()
    {
        string? chosen = Variable("JUPYTER_DATA_DIR");
        string[] named = Variable("JUPYTER_PATH")?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) ?? [];
        string[] system = OperatingSystem.IsWindows()
            ? [Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData), "jupyter")]
            : ["/usr/local/share/jupyter", "/usr/share/jupyter"];
        return new KernelSpecStore(chosen ?? DefaultFolder(), [.. named, .. system]);
    }

    /// <summary>Installs the kernel under its own name, and under <see cref="DotNetName"/> where no other kernel has that.</summary>
    /// <param name="command">What starts the kernel; one part of it is <see cref="ConnectionFilePlaceholder"/>.</param>
    /// <param name="replace">Takes the names also where another kernel has them. One of this user is kept aside until <see cref="Uninstall"/>; one of the system stays where it is and is found again then.</param>
    /// <returns>What was written, and which other kernel was found.</returns>
    /// <exception cref="ArgumentException">The command lacks the placeholder.</exception>
    /// <exception cref="IOException">The folder cannot be written, or another kernel has the kernel's own name; nothing was changed then.</exception>
    public KernelInstallation Install(IReadOnlyList<string> command, bool replace = false)
    {
        if (!command.Contains(ConnectionFilePlaceholder))
            throw new ArgumentException($"The command must contain the argument {ConnectionFilePlaceholder}.", nameof(command));

        var own = new KernelFolder(dataFolder, KernelName);
        var shared = new KernelFolder(dataFolder, DotNetName);
        if (own.IsForeign && !replace)
            throw new IOException($"'{own.FullPath}' has content that this command did not install: move it, or install with --replace.");

        string? other = shared.IsForeign ? shared.FullPath : OfOthers(DotNetName);
        Take(own, command, DisplayName, out _);
        string? aside = null;
        KernelSpec? dotNet = other is null || replace ? Take(shared, command, DotNetDisplayName, out aside) : null;
        return new KernelInstallation(Read(Path.Combine(own.FullPath, SpecFile))!, dotNet, other, aside);
    }

    /// <summary>Removes what <see cref="Install"/> wrote, and restores what it put aside. What another program wrote since then stays.</summary>
    /// <returns>What was removed, restored and left unchanged; empty lists when the kernel was not installed for this user.</returns>
    /// <exception cref="IOException">A folder cannot be written.</exception>
    public KernelRemoval Uninstall()
    {
        List<string> removed = [], restored = [], left = [];
        foreach (string name in (string[])[KernelName, DotNetName])
        {
            var folder = new KernelFolder(dataFolder, name);
            if (folder.IsForeign)
            {
                left.Add(folder.FullPath);
                continue;
            }

            if (folder.IsOurs)
            {
                folder.Remove();
                removed.Add(folder.FullPath);
            }

            if (!Directory.Exists(folder.FullPath) && folder.GiveBack())
                restored.Add(folder.FullPath);
        }

        return new KernelRemoval(removed, restored, left);
    }

    /// <summary>All kernels that front ends of this user find, those of the user first; of kernels with the same name only the first.</summary>
    public IReadOnlyList<KernelSpec> List() =>
    [
        .. otherFolders.Prepend(dataFolder).Select(Folder).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
            .Select(folder => Read(Path.Combine(folder, SpecFile)))
            .OfType<KernelSpec>()
            .DistinctBy(spec => spec.Name, StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>Replaces a kernel, which is kept aside, or restored when writing fails.</summary>
    private static KernelSpec Take(KernelFolder folder, IReadOnlyList<string> command, string displayName, out string? aside)
    {
        aside = folder.IsForeign ? folder.PutAside() : null;
        try
        {
            return Read(folder.Write(command, displayName))!;
        }
        catch when (aside is not null)
        {
            folder.Remove();
            folder.GiveBack();
            throw;
        }
    }

    /// <summary>The folder of a kernel of this name that the system has, or another folder of the user's.</summary>
    private string? OfOthers(string name) => otherFolders
        .Select(folder => Path.Combine(Folder(folder), name))
        .FirstOrDefault(folder => Read(Path.Combine(folder, SpecFile)) is { IsTradeBot: false });

    private static string Folder(string dataFolder) => Path.Combine(dataFolder, "kernels");

    private static KernelSpec? Read(string file)
    {
        try
        {
            if (!File.Exists(file) || JsonNode.Parse(File.ReadAllText(file)) is not JsonObject spec)
                return null;
            string folder = Path.GetDirectoryName(file)!;
            string name = Path.GetFileName(folder);
            string[] command = [.. (spec["argv"] as JsonArray ?? []).Select(part => part!.GetValue<string>())];
            return new KernelSpec(name, spec["display_name"]?.GetValue<string>() ?? name, folder, command) { IsTradeBot = KernelFolder.IsWrittenByUs(file) };
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            return null; // a front end does not list what it cannot read either
        }
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static string DefaultFolder()
    {
        if (OperatingSystem.IsWindows())
            return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "jupyter");
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return OperatingSystem.IsMacOS()
            ? Path.Combine(home, "Library", "Jupyter")
            : Path.Combine(Variable("XDG_DATA_HOME") ?? Path.Combine(home, ".local", "share"), "jupyter");
    }
}
