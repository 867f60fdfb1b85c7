using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TradeBot.Notebooks;

/// <summary>The folder of one kernel's name among the kernels of a user: this product's, another's, or not there.</summary>
/// <remarks>The content of kernel.json determines who installed it, never its name.</remarks>
/// <param name="dataFolder">The user's Jupyter folder.</param>
/// <param name="name">The kernel's name.</param>
internal sealed class KernelFolder(string dataFolder, string name)
{
    private const string SpecFile = "kernel.json", Mark = "tradebot";

    /// <summary>What classic Notebook runs when it opens a notebook of this kernel, and what that script loads.</summary>
    private const string ClassicScript = "kernel.js", DiagramScript = "mermaid.js";

    public string FullPath { get; } = Path.Combine(dataFolder, "kernels", name);

    /// <summary>True for a kernel that this product wrote.</summary>
    public bool IsOurs => IsWrittenByUs(SpecPath);

    /// <summary>True when something is there that this product did not write.</summary>
    public bool IsForeign => Directory.Exists(FullPath) && !IsOurs && Directory.EnumerateFileSystemEntries(FullPath).Any();

    private string SpecPath => Path.Combine(FullPath, SpecFile);

    /// <summary>Kept outside the kernels, so that front ends do not list it.</summary>
    private string AsideFolder => Path.Combine(dataFolder, "tradebot", "replaced");

    /// <summary>True for a kernel.json that this product wrote: it is marked, or starts the command as versions before the mark did.</summary>
    public static bool IsWrittenByUs(string specFile)
    {
        try
        {
            if (!File.Exists(specFile) || JsonNode.Parse(File.ReadAllText(specFile)) is not JsonObject spec)
                return false;
            if (spec["metadata"] is JsonObject metadata && metadata.ContainsKey(Mark))
                return true;
            string[] command = [.. (spec["argv"] as JsonArray ?? []).Select(part => part!.GetValue<string>())];
            return command is [_, .., "kernel", "run", KernelSpecStore.ConnectionFilePlaceholder]
                && command.SkipLast(3).Any(part => Path.GetFileNameWithoutExtension(part) is "TradeBot.Cli" or "tradebot");
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            return false; // what cannot be read is not known to be ours
        }
    }

    /// <summary>Writes the kernel, or replaces what its earlier installation wrote.</summary>
    /// <returns>The path of kernel.json.</returns>
    public string Write(IReadOnlyList<string> command, string displayName)
    {
        var spec = new JsonObject
        {
            ["argv"] = new JsonArray([.. command.Select(part => (JsonNode)part)]),
            ["display_name"] = displayName,
            ["language"] = "C#",
            ["interrupt_mode"] = "message",
            ["env"] = new JsonObject { [RuntimeStart.Variable] = RuntimeStart.Value },
            ["metadata"] = new JsonObject { [Mark] = new JsonObject { ["installed"] = true } },
        };
        AtomicFile.Write(Path.Combine(FullPath, ClassicScript), PageResource.Bytes("classic.js"));
        AtomicFile.Write(Path.Combine(FullPath, DiagramScript), Encoding.UTF8.GetBytes(DiagramLibrary.Script.Source));
        AtomicFile.Write(SpecPath, Encoding.UTF8.GetBytes(NotebookJson.Write(spec)));
        return SpecPath;
    }

    /// <summary>Moves another product's kernel aside, where it stays until it is restored.</summary>
    /// <returns>Where it is now.</returns>
    public string PutAside()
    {
        Directory.CreateDirectory(AsideFolder);
        for (int number = 1; ; number++)
        {
            string aside = Path.Combine(AsideFolder, number == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}-{number}"));
            if (Directory.Exists(aside) || File.Exists(aside))
                continue; // an earlier one, which is not lost either
            Directory.Move(FullPath, aside);
            return aside;
        }
    }

    /// <summary>Moves the kernel that was last put aside back into its place, which is free.</summary>
    /// <returns>False when there is none.</returns>
    public bool GiveBack()
    {
        string? latest = Directory.Exists(AsideFolder)
            ? Directory.EnumerateDirectories(AsideFolder).Where(folder => NumberOf(folder) > 0).MaxBy(NumberOf)
            : null;
        if (latest is null)
            return false;
        Directory.Move(latest, FullPath);
        RemoveEmpty(AsideFolder);
        RemoveEmpty(Path.GetDirectoryName(AsideFolder)!);
        return true;
    }

    /// <summary>Removes the files that an installation writes, and the folder where nothing else is in it.</summary>
    public void Remove()
    {
        foreach (string file in (string[])[SpecFile, ClassicScript, DiagramScript]) // the specification first: without it no front end starts the rest
            File.Delete(Path.Combine(FullPath, file));
        RemoveEmpty(FullPath);
    }

    /// <summary>1 for the first that was put aside, then 2, 3 and so on; 0 for other names.</summary>
    private int NumberOf(string folder)
    {
        string file = Path.GetFileName(folder);
        if (file == name)
            return 1;
        return file.StartsWith(name + "-", StringComparison.Ordinal) && int.TryParse(file.AsSpan(name.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;
    }

    private static void RemoveEmpty(string folder)
    {
        if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
            Directory.Delete(folder);
    }
}
