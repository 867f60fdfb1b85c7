namespace TradeBot.Notebooks;

/// <summary>The command that builds a DLL which a notebook loads, where the DLL's path determines it.</summary>
internal static class BuildCommand
{
    /// <summary>The command for a path such as <c>…/artifacts/bin/Part/release/Part.dll</c>, beside which <c>…/src/Part/Part.csproj</c> is.</summary>
    /// <param name="path">Full path of a DLL, which need not exist.</param>
    /// <returns>Null where no project belongs to the path.</returns>
    public static string? For(string path)
    {
        string name = Path.GetFileNameWithoutExtension(path);
        DirectoryInfo? configuration = new FileInfo(path).Directory, output = configuration?.Parent?.Parent?.Parent;
        if (output is not { Name: "artifacts", Parent: { } root } || !File.Exists(Path.Combine(root.FullName, "src", name, name + ".csproj")))
            return null;
        return $"dotnet build src/{name}{(string.Equals(configuration!.Name, "release", StringComparison.OrdinalIgnoreCase) ? " -c Release" : "")}";
    }
}
