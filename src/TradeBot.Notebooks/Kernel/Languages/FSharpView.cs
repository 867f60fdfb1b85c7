using System.Collections;
using System.Reflection;
using System.Runtime.Loader;

namespace TradeBot.Notebooks;

/// <summary>What F# sees of a value: itself where its type is known there, else its rows, else an object.</summary>
/// <remarks>
/// A type that a C# cell declares, or that came with <c>#r</c>, is loaded from memory for the session, where
/// the F# compiler does not find it. A sequence of such values is handed over as a table of their members.
/// </remarks>
internal static class FSharpView
{
    public static object Of(object value)
    {
        if (IsKnown(value.GetType()))
            return value;
        if (value is IEnumerable items)
            return ResultTable.Of(items);
        return ResultTable.Of(new[] { value })[0];
    }

    private static bool IsKnown(Type type) =>
        type.HasElementType ? IsKnown(type.GetElementType()!) : IsKnown(type.Assembly) && type.GetGenericArguments().All(IsKnown);

    private static bool IsKnown(Assembly assembly) =>
        assembly.IsDynamic || assembly.GetName().Name!.StartsWith("FSI-ASSEMBLY", StringComparison.Ordinal)
        || (assembly.Location.Length > 0 && AssemblyLoadContext.GetLoadContext(assembly) == AssemblyLoadContext.GetLoadContext(typeof(FSharpView).Assembly))
        || AssemblyLoadContext.GetLoadContext(assembly) == AssemblyLoadContext.Default && HostAssemblies.Provide(assembly.GetName().Name!);
}
