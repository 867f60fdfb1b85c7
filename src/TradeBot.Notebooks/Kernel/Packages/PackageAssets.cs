using System.Text.Json.Nodes;

namespace TradeBot.Notebooks;

/// <summary>What a restore found: the files that the packages, and the packages they need, bring for this machine.</summary>
/// <param name="Libraries">.NET assemblies, by full path.</param>
/// <param name="Natives">Native libraries, by full path.</param>
internal sealed record PackageAssets(IReadOnlyList<string> Libraries, IReadOnlyList<string> Natives)
{
    /// <summary>Reads <c>project.assets.json</c>, which the SDK's restore writes.</summary>
    public static PackageAssets Read(string path)
    {
        JsonNode assets = JsonNode.Parse(File.ReadAllText(path))!;
        string[] folders = [.. assets["packageFolders"]!.AsObject().Select(folder => folder.Key)];
        JsonObject target = assets["targets"]!.AsObject().Last().Value!.AsObject(); // the one for this machine comes after the portable one
        var libraries = new List<string>();
        var natives = new List<string>();
        foreach ((string name, JsonNode? package) in target)
        {
            string? relative = (string?)assets["libraries"]?[name]?["path"];
            if (relative is null)
                continue;
            string folder = folders.Select(root => Path.Combine(root, relative)).FirstOrDefault(Directory.Exists) ?? Path.Combine(folders[0], relative);
            libraries.AddRange(Files(package!["runtime"], folder).Where(file => Path.GetExtension(file) == ".dll"));
            natives.AddRange(Files(package["native"], folder));
        }

        return new PackageAssets(libraries, natives);
    }

    /// <summary>False when a package was removed since.</summary>
    public bool Exist() => Libraries.Concat(Natives).All(File.Exists);

    private static IEnumerable<string> Files(JsonNode? group, string folder) =>
        (group as JsonObject ?? []).Where(file => !file.Key.EndsWith("/_._", StringComparison.Ordinal)).Select(file => Path.GetFullPath(file.Key, folder));
}
