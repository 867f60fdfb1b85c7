using System.Reflection;
using System.Runtime.Loader;

namespace TradeBot;

/// <summary>Names the formatters of a type by the convention that C# notebook kernels look for.</summary>
/// <remarks>
/// Compiled into each assembly whose types have formatters. The formatters are in the front door,
/// TradeBot.dll, which the engine cannot reference: hence a name that is resolved when a kernel asks.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
internal sealed class TypeFormatterSourceAttribute : Attribute
{
    private const string Source = "TradeBot.Formatting.DisplayFormatterSource";

    public Type FormatterSourceType => FrontDoor().GetType(Source, throwOnError: true)!;

    public string[] PreferredMimeTypes { get; set; } = ["text/html"];

    /// <summary>The front door that belongs to this assembly, of which each kernel of a process may have one.</summary>
    /// <remarks>
    /// That of the same load context; else what the context's own loader gives for the whole name. By a part of the name the loader
    /// of C# scripts, which gives each assembly a context, does not know what it has loaded and refuses the file. Where it refuses all the
    /// same, a front door that is loaded is taken.
    /// </remarks>
    private static Assembly FrontDoor()
    {
        Assembly own = typeof(TypeFormatterSourceAttribute).Assembly;
        AssemblyLoadContext context = AssemblyLoadContext.GetLoadContext(own)!;
        var name = new AssemblyName(own.FullName!) { Name = "TradeBot" };
        Assembly[] loaded = Array.FindAll(AppDomain.CurrentDomain.GetAssemblies(), assembly => assembly.FullName == name.FullName);
        if (Array.Find(loaded, assembly => AssemblyLoadContext.GetLoadContext(assembly) == context) is { } beside)
            return beside;
        try
        {
            return context.LoadFromAssemblyName(name);
        }
        catch (Exception error) when (error is FileLoadException or FileNotFoundException && loaded.Length > 0)
        {
            return loaded[^1];
        }
    }
}
