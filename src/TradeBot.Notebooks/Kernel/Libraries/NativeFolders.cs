using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TradeBot.Notebooks;

/// <summary>Where a built library keeps the native libraries of the platform: beside its DLL, under <c>runtimes</c>, or where its <c>.deps.json</c> says.</summary>
internal static class NativeFolders
{
    private static readonly string[] Platforms = [.. Names().Distinct()];

    /// <summary>The file of that name that fits the platform, or null.</summary>
    /// <param name="folder">The folder of a DLL.</param>
    /// <param name="files">The names that the library may have.</param>
    public static string? Find(string folder, IReadOnlyCollection<string> files) =>
        In(folder, files)
        ?? Platforms.Select(platform => In(Path.Combine(folder, "runtimes", platform, "native"), files)).FirstOrDefault(path => path is not null)
        ?? Listed(folder, files);

    private static string? In(string folder, IReadOnlyCollection<string> files) => files.Select(file => Path.Combine(folder, file)).FirstOrDefault(File.Exists);

    /// <summary>What the dependency files in the folder list for the platform, as far as it is there.</summary>
    private static string? Listed(string folder, IReadOnlyCollection<string> files) => !Directory.Exists(folder) ? null : Directory.EnumerateFiles(folder, "*.deps.json")
        .SelectMany(Assets)
        .Where(asset => files.Contains(Path.GetFileName(asset)))
        .Select(asset => Path.GetFullPath(asset, folder))
        .FirstOrDefault(File.Exists);

    private static IEnumerable<string> Assets(string dependencies)
    {
        JsonNode? root;
        try
        {
            root = JsonNode.Parse(File.ReadAllText(dependencies));
        }
        catch (JsonException)
        {
            return []; // another program's file: nothing is known from it
        }

        return (root?["targets"] as JsonObject ?? []).SelectMany(target => target.Value as JsonObject ?? []).SelectMany(library => Assets(library.Value as JsonObject));
    }

    private static IEnumerable<string> Assets(JsonObject? library)
    {
        foreach ((string path, _) in library?["native"] as JsonObject ?? [])
            yield return path;
        foreach ((string path, JsonNode? asset) in library?["runtimeTargets"] as JsonObject ?? [])
        {
            if ((string?)asset?["assetType"] == "native" && Platforms.Contains((string?)asset?["rid"]))
                yield return path;
        }
    }

    /// <summary>This platform's names, the narrowest first.</summary>
    private static IEnumerable<string> Names()
    {
        string system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
        string architecture = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        yield return RuntimeInformation.RuntimeIdentifier;
        yield return $"{system}-{architecture}";
        yield return system;
        if (system != "win")
        {
            yield return $"unix-{architecture}";
            yield return "unix";
        }
    }
}
