using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TradeBot.Notebooks;

/// <summary>Resolves <c>#r "path"</c> relative to the notebook's folder, together with what the DLL needs from its own.</summary>
internal sealed class LibraryResolver(LibraryShelf shelf, string folder) : MetadataReferenceResolver
{
    private string? _complaint;

    /// <summary>The DLL itself: a directive may stand for one assembly only.</summary>
    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference, string? baseFilePath, MetadataReferenceProperties properties) =>
        [.. Find(reference).Take(1).Select(library => library.Reference)];

    /// <summary>What the DLLs that a cell refers to need from their own folders, so that the cell can name their types.</summary>
    public IEnumerable<MetadataReference> NeedsOf(IEnumerable<string> references) =>
        references.SelectMany(reference => Find(reference).Skip(1)).Select(library => library.Reference);

    /// <summary>What to tell beside the compiler's "could not be found", once.</summary>
    public string? TakeComplaint() => Interlocked.Exchange(ref _complaint, null);

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    /// <returns>The DLL first, then what it needs; nothing, and a complaint, where it cannot be used.</returns>
    private IReadOnlyList<ReferencedLibrary> Find(string reference)
    {
        string path = Path.GetFullPath(reference, folder);
        if (!File.Exists(path))
        {
            _complaint = Missing(reference, path);
            return [];
        }

        try
        {
            return shelf.Add(path);
        }
        catch (BadImageFormatException)
        {
            _complaint = $"{path} is not a .NET assembly.";
            return [];
        }
        catch (InvalidOperationException error)
        {
            _complaint = error.Message;
            return [];
        }
    }

    private static string Missing(string reference, string path) =>
        reference.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase)
            ? "This kernel downloads no packages: refer to the DLL's path."
            : $"There is no file {path}; build it first, or correct the path, which is relative to the notebook's folder.";
}
