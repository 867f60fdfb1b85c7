using System.Reflection;
using System.Runtime.Loader;

namespace TradeBot.Notebooks;

/// <summary>Holds the compiled cells of one session and the libraries they load, apart from the host's.</summary>
internal sealed class SessionLoadContext(LibraryShelf shelf) : AssemblyLoadContext("notebook session", isCollectible: true)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Name, Version Version), Assembly> _libraryCells = [];
    private readonly List<AssemblyLoadContext> _contexts = [];

    /// <summary>Loads a library cell; earlier ones of its name stay loaded for the cells that were compiled against them.</summary>
    /// <remarks>One context holds one assembly of a name, so each has its own.</remarks>
    public Assembly LoadCell(ReferencedLibrary library)
    {
        var context = new LibraryCellContext(this);
        Assembly loaded = Load(library, context);
        lock (_gate)
        {
            _libraryCells[(library.Name, library.Version)] = loaded;
            _contexts.Add(context);
        }

        return loaded;
    }

    /// <summary>Lets go of everything.</summary>
    public void UnloadAll()
    {
        _contexts.ForEach(context => context.Unload());
        Unload();
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        string name = assemblyName.Name!;
        if (HostAssemblies.Provide(name))
            return null;
        lock (_gate)
        {
            if (assemblyName.Version is { } version && _libraryCells.TryGetValue((name, version), out Assembly? cell))
                return cell;
        }

        return shelf.TryFind(name, out ReferencedLibrary? library) ? Load(library, this) : null;
    }

    private static Assembly Load(ReferencedLibrary library, AssemblyLoadContext context)
    {
        if (library.IsOfPackage)
            return context.LoadFromAssemblyPath(library.Location!);
        using Stream image = library.OpenImage();
        using Stream? symbols = library.OpenSymbols();
        return context.LoadFromStream(image, symbols);
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        shelf.FindNative(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : 0;

    /// <summary>Finds what a library cell refers to where the session finds it.</summary>
    private sealed class LibraryCellContext(SessionLoadContext session) : AssemblyLoadContext("library cell", isCollectible: true)
    {
        protected override Assembly? Load(AssemblyName assemblyName) =>
            HostAssemblies.Provide(assemblyName.Name!) ? null : session.LoadFromAssemblyName(assemblyName);
    }
}
