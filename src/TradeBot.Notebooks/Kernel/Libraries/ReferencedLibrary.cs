using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;

namespace TradeBot.Notebooks;

/// <summary>A DLL that a notebook loaded with <c>#r</c>, or that such a DLL needs: read once, compiled against and run from the same bytes.</summary>
/// <remarks>The file itself is not held open, so that the library can be rebuilt while notebooks that use it are open.</remarks>
internal sealed class ReferencedLibrary
{
    private readonly byte[] _image;
    private readonly string? _path;

    private ReferencedLibrary(string? path, byte[] image, byte[]? symbols)
    {
        _path = path;
        _image = image;
        Symbols = symbols;
        using var pe = new PEReader(ImmutableArray.Create(image));
        MetadataReader metadata = pe.GetMetadataReader();
        Name = metadata.GetString(metadata.GetAssemblyDefinition().Name);
        Version = metadata.GetAssemblyDefinition().Version;
        Needs = [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
        Reference = MetadataReference.CreateFromImage(image, documentation: path is null ? null : new LibraryDocumentation(path), filePath: path);
    }

    /// <summary>True for a package's library: its file never changes, so it is loaded from its file, and finds the files beside it.</summary>
    public bool IsOfPackage { get; init; }

    /// <summary>The full path of the file; null for a library cell.</summary>
    public string? Location => _path;

    /// <summary>The assembly's simple name.</summary>
    public string Name { get; }

    public Version Version { get; }

    /// <summary>A library cell's portable PDB; null for a DLL, whose symbols lie beside it.</summary>
    public byte[]? Symbols { get; }

    /// <summary>The simple names of the assemblies it refers to.</summary>
    public IReadOnlyList<string> Needs { get; }

    public PortableExecutableReference Reference { get; }

    /// <summary>Null for a library cell.</summary>
    public string? Folder => Path.GetDirectoryName(_path);

    /// <exception cref="BadImageFormatException">The file is no .NET assembly.</exception>
    public static ReferencedLibrary Read(string path, bool isOfPackage = false) => new(path, File.ReadAllBytes(path), symbols: null) { IsOfPackage = isOfPackage };

    /// <summary>A library that a cell is.</summary>
    public static ReferencedLibrary OfCell(byte[] image, byte[] symbols) => new(path: null, image, symbols);

    public bool IsRebuilt(string path) => !File.ReadAllBytes(path).AsSpan().SequenceEqual(_image);

    /// <summary>The message for a file that changed since this library was read, or no longer exists.</summary>
    public string Differs(string path) => path == _path
        ? $"{Name} changed since this session loaded it, and one session holds one build: restart the kernel to use the new one."
        : $"{Name} is already loaded from {_path ?? "a library cell"}, and one session holds one build: restart the kernel to use {path}.";

    public Stream OpenImage() => new MemoryStream(_image, writable: false);

    public Stream? OpenSymbols()
    {
        if (Symbols is not null)
            return new MemoryStream(Symbols, writable: false);
        string? path = Path.ChangeExtension(_path, ".pdb");
        return File.Exists(path) ? new MemoryStream(File.ReadAllBytes(path), writable: false) : null;
    }
}
