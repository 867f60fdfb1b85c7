using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace TradeBot.Notebooks;

/// <summary>The libraries of one session by simple name, found through <c>#r</c> and in the folders of those found.</summary>
internal sealed class LibraryShelf
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ReferencedLibrary> _libraries = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ReferencedLibrary> _added = [];
    private readonly List<string> _folders = [];
    private readonly List<string> _natives = [];

    /// <summary>Adds a DLL and what it needs from its folder.</summary>
    /// <param name="path">Full path of an existing file.</param>
    /// <param name="isOfPackage">True when it is in the folder of packages.</param>
    /// <returns>The DLL first, then what it needs, directly or not.</returns>
    /// <exception cref="InvalidOperationException">The session already uses another build of this assembly.</exception>
    /// <exception cref="BadImageFormatException">The file is no .NET assembly.</exception>
    public IReadOnlyList<ReferencedLibrary> Add(string path, bool isOfPackage = false)
    {
        lock (_gate)
        {
            ReferencedLibrary library = ReferencedLibrary.Read(path, isOfPackage);
            if (_libraries.TryGetValue(library.Name, out ReferencedLibrary? known) && known.IsRebuilt(path))
                throw new InvalidOperationException(known.Differs(path));

            _added[path] = known ?? library;
            var closure = new List<ReferencedLibrary>();
            Collect(known ?? library, closure);
            return closure;
        }
    }

    /// <summary>Adds native libraries that are not beside a DLL.</summary>
    public void AddNatives(IReadOnlyList<string> paths)
    {
        lock (_gate)
            _natives.AddRange(paths);
    }

    /// <summary>Adds a library cell, or replaces the earlier one of its name.</summary>
    public void Replace(ReferencedLibrary library)
    {
        lock (_gate)
            _libraries[library.Name] = library;
    }

    /// <summary>The number of the next library cell of that name.</summary>
    public int NextVersion(string name)
    {
        lock (_gate)
            return _libraries.TryGetValue(name, out ReferencedLibrary? library) ? library.Version.Build + 1 : 0;
    }

    /// <summary>What a library cell may refer to.</summary>
    public IReadOnlyList<MetadataReference> References(string except)
    {
        lock (_gate)
            return [.. _libraries.Values.Where(library => !string.Equals(library.Name, except, StringComparison.OrdinalIgnoreCase)).Select(library => library.Reference)];
    }

    /// <summary>The library that <see cref="Add"/> made of that path, or null.</summary>
    public ReferencedLibrary? Find(string path)
    {
        lock (_gate)
            return _added.GetValueOrDefault(path);
    }

    /// <summary>The library of that name: already added, or beside one that was.</summary>
    public bool TryFind(string simpleName, [NotNullWhen(true)] out ReferencedLibrary? library)
    {
        lock (_gate)
        {
            if (_libraries.TryGetValue(simpleName, out library))
                return true;
            string? path = _folders.Select(folder => Path.Combine(folder, simpleName + ".dll")).FirstOrDefault(File.Exists);
            if (path is null)
                return false;
            library = Shelve(ReferencedLibrary.Read(path));
            return true;
        }
    }

    /// <summary>Full path of a native library of a package, or of one that a referenced DLL's folder has for this platform; null where there is none.</summary>
    public string? FindNative(string name)
    {
        lock (_gate)
        {
            string[] files = [name, name + ".dll", name + ".so", "lib" + name + ".so", name + ".dylib", "lib" + name + ".dylib"];
            return _natives.Find(path => files.Contains(Path.GetFileName(path)))
                ?? _folders.Select(folder => NativeFolders.Find(folder, files)).FirstOrDefault(path => path is not null);
        }
    }

    private void Collect(ReferencedLibrary library, List<ReferencedLibrary> closure)
    {
        if (closure.Contains(library))
            return;
        closure.Add(Shelve(library));
        foreach (string need in library.Needs)
        {
            if (!HostAssemblies.Provide(need) && TryFind(need, out ReferencedLibrary? needed))
                Collect(needed, closure);
        }
    }

    private ReferencedLibrary Shelve(ReferencedLibrary library)
    {
        _libraries.TryAdd(library.Name, library);
        if (library.Folder is { } folder && !_folders.Contains(folder))
            _folders.Add(folder);
        return library;
    }
}
