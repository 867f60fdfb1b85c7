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
        LoadedFrontDoor()?.GetType(Source, throwOnError: true) ?? Type.GetType($"{Source}, {FrontDoorName}", throwOnError: true)!;

    public string[] PreferredMimeTypes { get; set; } = ["text/html"];

    /// <summary>The front door by its whole name: a loader that knows it by that gives the one that belongs to this assembly.</summary>
    private static AssemblyName FrontDoorName => new(typeof(TypeFormatterSourceAttribute).Assembly.GetName().FullName) { Name = FrontDoor };

    /// <summary>The loaded front door that belongs to this assembly; null where there is none yet, or where several might.</summary>
    /// <remarks>
    /// That of the same load context, else the only one of the same folder. Packages have a folder each: of contexts that stay
    /// loaded any folder does, while each session of a notebook that can be unloaded has its own front door.
    /// </remarks>
    private static Assembly? LoadedFrontDoor()
    {
        Assembly own = typeof(TypeFormatterSourceAttribute).Assembly;
        Version? version = own.GetName().Version;
        Assembly[] doors = [.. AppDomain.CurrentDomain.GetAssemblies().Where(a => !a.IsDynamic && a.GetName() is { Name: FrontDoor } name && name.Version == version)];
        if (Array.Find(doors, door => AssemblyLoadContext.GetLoadContext(door) == AssemblyLoadContext.GetLoadContext(own)) is { } mine)
            return mine;
        Assembly[] others = Array.FindAll(doors, door => !door.IsCollectible && !own.IsCollectible);
        Assembly[] near = Array.FindAll(others, door => Path.GetDirectoryName(door.Location) == Path.GetDirectoryName(own.Location));
        return near.Length > 0 ? OnlyOne(near) : OnlyOne(others);
    }

    private static Assembly? OnlyOne(Assembly[] doors) => doors is [var only] ? only : null;
}
