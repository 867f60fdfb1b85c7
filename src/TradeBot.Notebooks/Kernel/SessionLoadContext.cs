using System.Reflection;
using System.Runtime.Loader;

namespace TradeBot.Notebooks;

/// <summary>Holds the compiled cells of one session and the libraries they load, apart from the host's.</summary>
internal sealed class SessionLoadContext(LibraryShelf shelf) : AssemblyLoadContext("notebook session", isCollectible: true)
{
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        string name = assemblyName.Name!;
        if (HostAssemblies.Provide(name) || !shelf.TryFind(name, out ReferencedLibrary? library))
            return null;

        using Stream image = library.OpenImage();
        using Stream? symbols = library.OpenSymbols();
        return LoadFromStream(image, symbols);
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        shelf.FindNative(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : 0;
}
