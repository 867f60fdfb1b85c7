using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TradeBot.Indicators;

/// <summary>The outputs of one update, a double or a record of doubles, as a row of numbers.</summary>
internal static class OutputCells<TOut>
    where TOut : struct
{
    public static readonly int Count = CountCells();

    public static void Write(in TOut output, Span<double> row)
    {
        if (row.Length != Count)
            throw new ArgumentException($"Expected {Count} slots, one per output, got {row.Length}.", nameof(row));
        MemoryMarshal.Cast<TOut, double>(new ReadOnlySpan<TOut>(in output)).CopyTo(row);
    }

    public static void Write(in TOut output, ReadOnlySpan<Memory<double>> columns, int index)
    {
        ReadOnlySpan<double> cells = MemoryMarshal.Cast<TOut, double>(new ReadOnlySpan<TOut>(in output));
        for (int i = 0; i < cells.Length; i++)
            columns[i].Span[index] = cells[i];
    }

    public static void RequireColumns(ReadOnlySpan<Memory<double>> columns, int length)
    {
        if (columns.Length != Count)
            throw new ArgumentException($"Expected {Count} columns, one per output, got {columns.Length}.", nameof(columns));
        foreach (Memory<double> column in columns)
            Batch.RequireLength(length, column.Length, nameof(columns));
    }

    private static int CountCells()
    {
        FieldInfo[] fields = typeof(TOut).GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
        if (typeof(TOut) != typeof(double) && fields.Any(f => f.FieldType != typeof(double)))
            throw new NotSupportedException($"{typeof(TOut)} is not a record of doubles.");
        return Unsafe.SizeOf<TOut>() / sizeof(double);
    }
}
