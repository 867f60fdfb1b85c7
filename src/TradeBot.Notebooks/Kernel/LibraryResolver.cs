using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TradeBot.Notebooks;

/// <summary>Resolves <c>#r "path"</c> relative to the notebook's folder, together with what the DLL needs from its own.</summary>
internal sealed class LibraryResolver(LibraryShelf shelf, string folder) : MetadataReferenceResolver
{
    private string? _complaint;

    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference, string? baseFilePath, MetadataReferenceProperties properties)
    {
        string path = Path.GetFullPath(reference, folder);
        if (!File.Exists(path))
        {
            _complaint = Missing(reference, path);
            return [];
        }

        try
        {
            return [.. shelf.Add(path).Select(library => library.Reference)];
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

    /// <summary>What to tell beside the compiler's "could not be found", once.</summary>
    public string? TakeComplaint() => Interlocked.Exchange(ref _complaint, null);

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    private static string Missing(string reference, string path) =>
        reference.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase)
            ? "This kernel downloads no packages: refer to the DLL's path."
            : $"There is no file {path}; build it first, or correct the path, which is relative to the notebook's folder.";
}
