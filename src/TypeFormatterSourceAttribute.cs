using System.Reflection;
using System.Runtime.Loader;

namespace TradeBot;

/// <summary>Names the formatters of a type by the convention that C# notebook kernels look for.</summary>
/// <remarks>
/// Compiled into each assembly whose types show themselves. The formatters live in the front door,
/// TradeBot.dll, which the engine cannot reference: hence a name that is resolved when a kernel asks.
/// A front door that is loaded already is taken as it is: a host may give each assembly a context of its own, and
/// the loader of C# scripts then refuses to load the same file a second time.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
internal sealed class TypeFormatterSourceAttribute : Attribute
{
    private const string FrontDoor = "TradeBot", Source = "TradeBot.Formatting.DisplayFormatterSource";

    public Type FormatterSourceType =>
        LoadedFrontDoor()?.GetType(Source, throwOnError: true) ?? Type.GetType($"{Source}, {FrontDoor}", throwOnError: true)!;

    public string[] PreferredMimeTypes { get; set; } = ["text/html"];

    /// <summary>The loaded front door that belongs to this assembly; null where there is none yet.</summary>
    /// <remarks>
    /// Of several builds in one process, that of the same load context, else of the same folder. Packages have a folder each:
    /// what contexts that stay loaded hold then belongs together, while each session of a notebook that can be unloaded holds its own.
    /// </remarks>
    private static Assembly? LoadedFrontDoor()
    {
        Assembly own = typeof(TypeFormatterSourceAttribute).Assembly;
        Version? version = own.GetName().Version;
        Assembly[] doors = [.. AppDomain.CurrentDomain.GetAssemblies().Where(a => !a.IsDynamic && a.GetName() is { Name: FrontDoor } name && name.Version == version)];
        return Array.Find(doors, door => AssemblyLoadContext.GetLoadContext(door) == AssemblyLoadContext.GetLoadContext(own))
            ?? Array.Find(doors, door => door.Location.Length > 0 && Path.GetDirectoryName(door.Location) == Path.GetDirectoryName(own.Location))
            ?? Array.Find(doors, door => !door.IsCollectible && !own.IsCollectible);
    }
}
