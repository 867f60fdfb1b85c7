namespace TradeBot.Notebooks;

/// <summary>A package that a cell asks for.</summary>
/// <param name="Name">Its id.</param>
/// <param name="Version">A version, which is then exactly that one, or NuGet's notation for a range; <c>*</c> for the newest.</param>
internal sealed record PackageRequest(string Name, string Version)
{
    private const string Scheme = "nuget:";
    private const string Newest = "*";

    /// <summary>True for references such as <c>nuget: Name, 1.2.3</c>.</summary>
    public static bool IsPackage(string reference) => reference.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);

    /// <exception cref="FormatException">The reference names no package.</exception>
    public static PackageRequest Parse(string reference)
    {
        string[] parts = reference[Scheme.Length..].Split(',', StringSplitOptions.TrimEntries);
        return parts switch
        {
            [{ Length: > 0 } name] when IsId(name) => new PackageRequest(name, Newest),
            [{ Length: > 0 } name, { Length: > 0 } version] when IsId(name) => new PackageRequest(name, version),
            [{ Length: > 0 } name, ['[' or '(', ..] from, var to] when IsId(name) => new PackageRequest(name, $"{from},{to}"),
            _ => throw new FormatException($"\"{reference}\" names no package; write nuget:Name, or nuget:Name,1.2.3."),
        };
    }

    /// <summary>The version as a project file asks for it: a plain one means exactly that, so that a run can be repeated.</summary>
    public string Range => char.IsAsciiDigit(Version[0]) && !Version.Contains('*', StringComparison.Ordinal) ? $"[{Version}]" : Version;

    /// <summary>True when the same request gives the same package on another day.</summary>
    public bool IsExact => Range.StartsWith('[') && !Range.Contains(',', StringComparison.Ordinal);

    private static bool IsId(string name) => name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-');
}
