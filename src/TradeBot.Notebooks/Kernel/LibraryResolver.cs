using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TradeBot.Notebooks;

/// <summary>Resolves <c>#r "path"</c> relative to the notebook's folder, together with what the DLL needs from its own.</summary>
/// <remarks>
/// The compiler takes one assembly per directive and hides what that one needs. A researcher who loads the
/// front door means the house: what it needs from its folder is therefore referenced openly beside it.
/// </remarks>
internal sealed class LibraryResolver(LibraryShelf shelf, string folder) : MetadataReferenceResolver
{
    private readonly HashSet<ReferencedLibrary> _open = [];

    /// <summary>Reads the libraries that a cell's directives name.</summary>
    /// <param name="cell">Whose directives they are.</param>
    /// <param name="roots">The cell and the files that it loads.</param>
    /// <returns>What those need, as far as no accepted cell refers to it.</returns>
    /// <exception cref="CompilationException">A directive names no library that can be used.</exception>
    public IReadOnlyList<ReferencedLibrary> Needed(CellSource cell, IReadOnlyList<CompilationUnitSyntax> roots)
    {
        var needed = new HashSet<ReferencedLibrary>();
        foreach (ReferenceDirectiveTriviaSyntax directive in roots.SelectMany(root => root.GetReferenceDirectives()))
            needed.UnionWith(Read(cell, directive).Skip(1));
        needed.ExceptWith(_open);
        return [.. needed];
    }

    /// <summary>Remembers what a cell brought in, which later cells inherit; a cell that did not compile brings nothing.</summary>
    public void Accept(IEnumerable<ReferencedLibrary> libraries) => _open.UnionWith(libraries);

    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference, string? baseFilePath, MetadataReferenceProperties properties) =>
        shelf.Find(FullPath(reference, baseFilePath)) is { } library ? [library.Reference] : [];

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    private IReadOnlyList<ReferencedLibrary> Read(CellSource cell, ReferenceDirectiveTriviaSyntax directive)
    {
        string reference = directive.File.ValueText;
        if (reference.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase))
            throw Refused(cell, directive, "This kernel downloads no packages: refer to the DLL's path.");
        string path = FullPath(reference, directive.SyntaxTree.FilePath);
        if (!File.Exists(path))
            throw Refused(cell, directive, $"There is no file {path}. Build it first, or correct the path, which is relative to the notebook's folder.");

        try
        {
            return shelf.Add(path);
        }
        catch (BadImageFormatException)
        {
            throw Refused(cell, directive, $"{path} is not a .NET assembly.");
        }
        catch (InvalidOperationException error)
        {
            throw Refused(cell, directive, error.Message);
        }
    }

    /// <summary>Relative to the notebook's folder, or to that of the loaded file which refers to it.</summary>
    private string FullPath(string reference, string? from) =>
        Path.GetFullPath(reference, Path.IsPathFullyQualified(from ?? "") ? Path.GetDirectoryName(from)! : folder);

    private static CompilationException Refused(CellSource cell, ReferenceDirectiveTriviaSyntax directive, string why) =>
        new(CompilationReport.Of(cell, directive.File.GetLocation().GetLineSpan().StartLinePosition, why));
}
