using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TradeBot.Notebooks;

/// <summary>Resolves <c>#r "path"</c> relative to the notebook's folder, together with what the DLL needs from its own, and <c>#r "nuget:Name,Version"</c>.</summary>
/// <remarks>
/// The compiler takes one assembly per directive and hides what that one needs. A researcher who loads the
/// front door means the house: what it needs from its folder is therefore referenced openly beside it.
/// </remarks>
internal sealed class LibraryResolver(LibraryShelf shelf, string folder, PackageRestorer packages) : MetadataReferenceResolver
{
    private readonly HashSet<ReferencedLibrary> _open = [];
    private readonly List<PackageRequest> _requests = [];
    private readonly Dictionary<string, ReferencedLibrary[]> _packages = new(StringComparer.Ordinal);

    /// <summary>Reads the libraries that a cell's directives name.</summary>
    /// <param name="cell">Whose directives they are.</param>
    /// <param name="roots">The cell and the files that it loads.</param>
    /// <param name="cancellationToken">Ends a restore.</param>
    /// <returns>What those need, as far as no accepted cell refers to it.</returns>
    /// <exception cref="CompilationException">A directive names no library that can be used.</exception>
    public IReadOnlyList<ReferencedLibrary> Needed(CellSource cell, IReadOnlyList<CompilationUnitSyntax> roots, CancellationToken cancellationToken)
    {
        var needed = new HashSet<ReferencedLibrary>();
        foreach (ReferenceDirectiveTriviaSyntax directive in roots.SelectMany(root => root.GetReferenceDirectives()))
            needed.UnionWith(Read(cell, directive, cancellationToken).Skip(1));
        needed.ExceptWith(_open);
        return [.. needed];
    }

    /// <summary>Adds sources of packages for all later restores.</summary>
    /// <param name="cell">Which names them.</param>
    /// <param name="sources">Addresses, or folders relative to the notebook's, each with its place in the cell.</param>
    /// <exception cref="CompilationException">A folder does not exist.</exception>
    public void AddSources(CellSource cell, IReadOnlyList<(string Source, LinePosition Place)> sources)
    {
        foreach ((string source, LinePosition line) in sources)
        {
            string place = source.Contains("://", StringComparison.Ordinal) ? source : Path.GetFullPath(source, folder);
            if (place != source && !Directory.Exists(place))
                throw new CompilationException(CompilationReport.Of(cell, line, $"#i names a source of packages that does not exist: {place}. Create the folder, or correct the path, which is relative to the notebook's folder."));
            packages.AddSource(place);
        }
    }

    /// <summary>Remembers what a cell brought in, which later cells inherit; a cell that did not compile brings nothing.</summary>
    public void Accept(IEnumerable<ReferencedLibrary> libraries) => _open.UnionWith(libraries);

    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference, string? baseFilePath, MetadataReferenceProperties properties) =>
        PackageRequest.IsPackage(reference) ? [Main(_packages.GetValueOrDefault(reference, []))]
        : shelf.Find(FullPath(reference, baseFilePath)) is { } library ? [library.Reference] : [];

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    /// <returns>The library first, then what it needs.</returns>
    private IReadOnlyList<ReferencedLibrary> Read(CellSource cell, ReferenceDirectiveTriviaSyntax directive, CancellationToken cancellationToken)
    {
        string reference = directive.File.ValueText;
        if (directive.File.IsMissing)
        {
            var place = directive.File.GetLocation().GetLineSpan().StartLinePosition;
            throw new CompilationException(CompilationReport.Of(
                cell, [new CompilationMistake(place, "#r needs a file or a package in quotes.", Hint: ScriptHint.Quoted(directive.SyntaxTree.GetText(cancellationToken).Lines[place.Line].ToString()))]));
        }

        try
        {
            return PackageRequest.IsPackage(reference) ? ReadPackage(reference, cancellationToken) : ReadFile(FullPath(reference, directive.SyntaxTree.FilePath));
        }
        catch (Exception error) when (error is IOException or BadImageFormatException or FormatException or InvalidOperationException or PackageException)
        {
            throw new CompilationException(CompilationReport.Of(cell, directive.File.GetLocation().GetLineSpan().StartLinePosition, error.Message));
        }
    }

    private IReadOnlyList<ReferencedLibrary> ReadFile(string path)
    {
        if (!File.Exists(path))
        {
            string build = BuildCommand.For(path) is { } command ? $"Build it first ({command}), or" : "Build it first, or";
            throw new FileNotFoundException($"There is no file {path}. {build} correct the path, which is relative to the notebook's folder.");
        }


        try
        {
            return shelf.Add(path);
        }
        catch (BadImageFormatException error)
        {
            throw new InvalidOperationException($"{path} is not a .NET assembly.", error);
        }
    }

    /// <summary>One restore for all packages of the session, so that they agree on what they need.</summary>
    private IReadOnlyList<ReferencedLibrary> ReadPackage(string reference, CancellationToken cancellationToken)
    {
        if (_packages.TryGetValue(reference, out ReferencedLibrary[]? known))
            return known;
        PackageRequest request = PackageRequest.Parse(reference);
        PackageAssets assets = packages.Restore([.. _requests.Where(earlier => !string.Equals(earlier.Name, request.Name, StringComparison.OrdinalIgnoreCase)), request], cancellationToken);
        ReferencedLibrary[] libraries =
        [
            .. assets.Libraries.Where(path => !HostAssemblies.Provide(Path.GetFileNameWithoutExtension(path))).SelectMany(path => shelf.Add(path, isOfPackage: true)).Distinct(),
        ];
        shelf.AddNatives(assets.Natives);
        _requests.RemoveAll(earlier => string.Equals(earlier.Name, request.Name, StringComparison.OrdinalIgnoreCase));
        _requests.Add(request);
        return _packages[reference] = libraries;
    }

    /// <summary>The reference that a directive resolves to; for a package without libraries one that every cell has anyway.</summary>
    private static PortableExecutableReference Main(ReferencedLibrary[] libraries) =>
        libraries is [var first, ..] ? first.Reference : (PortableExecutableReference)HostAssemblies.References[0];

    /// <summary>Relative to the notebook's folder, or to that of the loaded file which refers to it.</summary>
    private string FullPath(string reference, string? from) =>
        Path.GetFullPath(reference, Path.IsPathFullyQualified(from ?? "") ? Path.GetDirectoryName(from)! : folder);
}
