using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace TradeBot.Notebooks;

/// <summary>Reads a library's XML documentation when it is asked for, member by member, and keeps none of it in memory.</summary>
/// <remarks>The framework's libraries have none beside them; theirs is in the SDK's reference pack, under other names.</remarks>
internal sealed class LibraryDocumentation(string libraryPath) : DocumentationProvider
{
    private static readonly Lazy<string[]> ReferencePack = new(FindReferencePack);

    private readonly string _libraryPath = libraryPath;

    public override bool Equals(object? obj) => obj is LibraryDocumentation other && other._libraryPath == _libraryPath;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_libraryPath);

    protected override string? GetDocumentationForSymbol(string documentationMemberID, CultureInfo preferredCulture, CancellationToken cancellationToken = default)
    {
        string own = Path.ChangeExtension(_libraryPath, ".xml");
        bool isFramework = Path.GetDirectoryName(_libraryPath) == HostAssemblies.FrameworkFolder;
        IEnumerable<string> files = File.Exists(own) ? [own] : isFramework ? Ordered(Path.GetFileName(own)) : [];
        return files.Select(file => Find(File.ReadAllBytes(file), documentationMemberID)).FirstOrDefault(found => found is not null);
    }

    /// <summary>The pack's files, the likeliest first: a library of the framework may hold types that the pack documents elsewhere.</summary>
    private static IEnumerable<string> Ordered(string name) =>
        ReferencePack.Value.OrderByDescending(file => Path.GetFileName(file) == name).ThenByDescending(file => Path.GetFileName(file) == "System.Runtime.xml");

    private static string? Find(ReadOnlySpan<byte> file, string member)
    {
        int start = file.IndexOf(Encoding.UTF8.GetBytes($"<member name=\"{member}\""));
        if (start < 0)
            return null;
        ReadOnlySpan<byte> end = "</member>"u8;
        int length = file[start..].IndexOf(end);
        return length < 0 ? null : Encoding.UTF8.GetString(file.Slice(start, length + end.Length));
    }

    /// <summary>Empty where only the runtime is installed.</summary>
    private static string[] FindReferencePack()
    {
        string pack = Path.Combine(HostAssemblies.FrameworkFolder, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref");
        if (!Directory.Exists(pack))
            return [];
        string major = Environment.Version.Major.ToString(CultureInfo.InvariantCulture) + ".";
        string? version = Directory.EnumerateDirectories(pack).Where(folder => Path.GetFileName(folder).StartsWith(major, StringComparison.Ordinal)).Max(StringComparer.Ordinal);
        return version is null ? [] : [.. Directory.EnumerateFiles(version, "*.xml", SearchOption.AllDirectories)];
    }
}
