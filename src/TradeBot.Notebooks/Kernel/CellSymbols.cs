using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Runtime.CompilerServices;

namespace TradeBot.Notebooks;

/// <summary>Which lines of a cell a compiled method covers, for traces whose exact line the runtime has lost.</summary>
internal static class CellSymbols
{
    private static readonly ConditionalWeakTable<Assembly, byte[]> Known = [];

    public static void Keep(Assembly cell, byte[] portablePdb) => Known.Add(cell, portablePdb);

    /// <summary>True for what a cell was compiled to.</summary>
    public static bool Has(Assembly assembly) => Known.TryGetValue(assembly, out _);

    /// <returns>The cell's name, and the first and last line of the method; null for methods without source.</returns>
    public static (string Cell, int First, int Last)? LinesOf(MethodBase method)
    {
        if (!Known.TryGetValue(method.Module.Assembly, out byte[]? symbols))
            return null;

        using var provider = MetadataReaderProvider.FromPortablePdbImage(ImmutableArray.Create(symbols));
        MetadataReader reader = provider.GetMetadataReader();
        var handle = (MethodDefinitionHandle)MetadataTokens.EntityHandle(method.MetadataToken);
        MethodDebugInformation information = reader.GetMethodDebugInformation(handle);
        SequencePoint[] points = [.. information.GetSequencePoints().Where(point => !point.IsHidden)];
        if (points.Length == 0)
            return null;

        string cell = reader.GetString(reader.GetDocument(points[0].Document).Name);
        return (cell, points.Min(point => point.StartLine), points.Max(point => point.StartLine));
    }
}
