using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TradeBot.Notebooks;

/// <summary>The assemblies that every cell sees: the framework's, and this one.</summary>
internal static class HostAssemblies
{
    private static readonly Lazy<CSharpCompilation> All = new(Bind);
    private static readonly Lazy<HashSet<string>> Names = new(ReadNames);

    public static IReadOnlyList<MetadataReference> References => All.Value.ExternalReferences;

    /// <summary>Where the runtime keeps its own libraries.</summary>
    public static string FrameworkFolder { get; } = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    /// <summary>True for assemblies that cells share with the host, even if a copy is beside a referenced DLL.</summary>
    public static bool Provide(string simpleName) => Names.Value.Contains(simpleName);

    private static IEnumerable<string> FrameworkFiles()
    {
        string folder = FrameworkFolder;
        string trusted = (string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "";
        return trusted.Split(Path.PathSeparator).Where(path => Path.GetDirectoryName(path) == folder);
    }

    /// <summary>Binds the references once and holds the result.</summary>
    /// <remarks>
    /// Compilations share a reference's symbols if they find some. Two sessions that bound them first at the
    /// same time would each make their own, and their later cells pick either: a type would differ from itself.
    /// </remarks>
    private static CSharpCompilation Bind()
    {
        CSharpCompilation bound = CSharpCompilation.Create("host assemblies", references: Read());
        _ = bound.GetSpecialType(SpecialType.System_Object);
        return bound;
    }

    /// <remarks>Without their paths: the compiler writes what it has the path of into the symbols of every cell, ten kilobytes each time.</remarks>
    private static IEnumerable<MetadataReference> Read() =>
        [.. FrameworkFiles().Append(typeof(HostAssemblies).Assembly.Location).Select(path => AssemblyMetadata.CreateFromFile(path).GetReference(new LibraryDocumentation(path), display: path))];

    private static HashSet<string> ReadNames() =>
        new(FrameworkFiles().Select(path => Path.GetFileNameWithoutExtension(path)!).Append(typeof(HostAssemblies).Assembly.GetName().Name!),
            StringComparer.OrdinalIgnoreCase);
}
