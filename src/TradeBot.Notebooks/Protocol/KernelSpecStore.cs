using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TradeBot.Notebooks;

/// <summary>Tells front ends of this user where the kernel is: VS Code and Jupyter read the same folders.</summary>
/// <param name="dataFolder">The user's Jupyter folder; kernels lie in its <c>kernels</c>.</param>
/// <param name="otherFolders">More folders of that kind, of the system or named by the user: read, never written.</param>
public sealed class KernelSpecStore(string dataFolder, IReadOnlyList<string> otherFolders)
{
    /// <summary>The name that notebooks for C# have long asked for.</summary>
    public const string KernelName = ".net-csharp";

    /// <summary>What the front end replaces by the connection file's path.</summary>
    public const string ConnectionFilePlaceholder = "{connection_file}";

    private const string SpecFile = "kernel.json";

    /// <summary>What classic Notebook runs when it opens a notebook of this kernel, and what that script loads.</summary>
    private const string ClassicScript = "kernel.js";
    private const string DiagramScript = "mermaid.js";

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

    /// <summary>Writes the kernel's folder, or replaces what it says.</summary>
    /// <param name="command">What starts the kernel; one part of it is <see cref="ConnectionFilePlaceholder"/>.</param>
    /// <returns>The kernel as installed.</returns>
    /// <exception cref="ArgumentException">The command lacks the placeholder.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public KernelSpec Install(IReadOnlyList<string> command)
    {
        if (!command.Contains(ConnectionFilePlaceholder))
            throw new ArgumentException($"The command needs an argument {ConnectionFilePlaceholder} of its own.", nameof(command));

        var spec = new JsonObject
        {
            ["argv"] = new JsonArray([.. command.Select(part => (JsonNode)part)]),
            ["display_name"] = ".NET (C#)",
            ["language"] = "C#",
            ["interrupt_mode"] = "message",
            ["env"] = new JsonObject { [RuntimeStart.Variable] = RuntimeStart.Value },
            ["metadata"] = new JsonObject(),
        };
        string folder = Path.Combine(Folder(dataFolder), KernelName), file = Path.Combine(folder, SpecFile);
        AtomicFile.Write(Path.Combine(folder, ClassicScript), PageResource.Bytes("classic.js"));
        AtomicFile.Write(Path.Combine(folder, DiagramScript), Encoding.UTF8.GetBytes(DiagramLibrary.Script.Source));
        AtomicFile.Write(file, Encoding.UTF8.GetBytes(NotebookJson.Write(spec)));
        return Read(file)!;
    }

    /// <summary>Removes the kernel's folder.</summary>
    /// <returns>The folder removed; null when the kernel was not installed for this user.</returns>
    public string? Uninstall()
    {
        string folder = Path.Combine(Folder(dataFolder), KernelName);
        if (!Directory.Exists(folder))
            return null;
        Directory.Delete(folder, recursive: true);
        return folder;
    }

    /// <summary>All kernels that front ends of this user find, those of the user first; a name counts where it is found first.</summary>
    public IReadOnlyList<KernelSpec> List() =>
    [
        .. otherFolders.Prepend(dataFolder).Select(Folder).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
            .Select(folder => Read(Path.Combine(folder, SpecFile)))
            .OfType<KernelSpec>()
            .DistinctBy(spec => spec.Name, StringComparer.OrdinalIgnoreCase),
    ];

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
            return new KernelSpec(name, spec["display_name"]?.GetValue<string>() ?? name, folder, command);
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
