using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Runtime.CompilerServices;

namespace TradeBot.Notebooks;

/// <summary>Which lines of a cell a compiled method covers, for traces whose exact line the runtime has lost.</summary>
internal static class CellSymbols
{
    private static readonly ConditionalWeakTable<Assembly, CompiledCell> Known = [];

    /// <param name="assembly">What the cell was compiled to.</param>
    /// <param name="portablePdb">Its symbols.</param>
    /// <param name="scope">The cell that it came from.</param>
    /// <param name="trail">The session that the cell belongs to.</param>
    public static void Keep(Assembly assembly, byte[] portablePdb, CellScope scope, CellTrail trail) =>
        Known.Add(assembly, new CompiledCell(portablePdb, new WeakReference<CellScope>(scope, trackResurrection: true), trail));

    /// <summary>The cell whose code is innermost in an exception's trace, or its session's latest when that one no longer exists; null when no cell's code is in it.</summary>
    /// <remarks>A finished cell must be released, with the outputs that it refers to. A failed task keeps its cell until the failure is reported.</remarks>
    public static CellScope? CellOf(Exception exception)
    {
        foreach (StackFrame frame in new StackTrace(exception).GetFrames())
        {
            if (frame.GetMethod() is { } method && Known.TryGetValue(method.Module.Assembly, out CompiledCell? cell))
                return cell.Scope.TryGetTarget(out CellScope? scope) ? scope : cell.Trail.Latest;
        }

        return null;
    }

    /// <summary>True for what a cell was compiled to.</summary>
    public static bool Has(Assembly assembly) => Known.TryGetValue(assembly, out _);

    /// <returns>The cell's name, and the first and last line of the method; null for methods without source.</returns>
    public static (string Cell, int First, int Last)? LinesOf(MethodBase method)
    {
        if (!Known.TryGetValue(method.Module.Assembly, out CompiledCell? cellCode))
            return null;

        using var provider = MetadataReaderProvider.FromPortablePdbImage(ImmutableArray.Create(cellCode.Symbols));
        MetadataReader reader = provider.GetMetadataReader();
        var handle = (MethodDefinitionHandle)MetadataTokens.EntityHandle(method.MetadataToken);
        MethodDebugInformation information = reader.GetMethodDebugInformation(handle);
        SequencePoint[] points = [.. information.GetSequencePoints().Where(point => !point.IsHidden)];
        if (points.Length == 0)
            return null;

        string cell = reader.GetString(reader.GetDocument(points[0].Document).Name);
        return (cell, points.Min(point => point.StartLine), points.Max(point => point.StartLine));
    }

    private sealed record CompiledCell(byte[] Symbols, WeakReference<CellScope> Scope, CellTrail Trail);
}
