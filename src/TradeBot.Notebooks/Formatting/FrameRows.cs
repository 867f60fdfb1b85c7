using System.Collections;
using System.Globalization;
using System.Reflection;

namespace TradeBot.Notebooks;

/// <summary>The rows of a <c>DataFrame</c> of Microsoft.Data.Analysis, read by the names of its members: no package is referenced.</summary>
internal sealed class FrameRows : ICollection
{
    private const string FrameType = "Microsoft.Data.Analysis.DataFrame";

    private readonly Func<long, object?>[] _columns;
    private readonly long _count;

    private FrameRows(IEnumerable columns, long count)
    {
        object[] all = [.. columns.Cast<object>()];
        Names = [.. all.Select(column => Convert.ToString(Read(column, "Name"), CultureInfo.InvariantCulture) ?? "")];
        _columns = [.. all.Select(Reader)];
        _count = count;
    }

    /// <summary>The columns' names, in order.</summary>
    public IReadOnlyList<string> Names { get; }

    public int Count => (int)Math.Min(_count, int.MaxValue);

    public bool IsSynchronized => false;

    public object SyncRoot => this;

    /// <returns>Null when the value is not a data frame.</returns>
    public static FrameRows? Of(object value)
    {
        Type? type = value.GetType();
        while (type is not null && type.FullName != FrameType)
            type = type.BaseType;
        return type is not null && Read(value, "Columns") is IEnumerable columns && Read(value, "Rows") is { } rows
            ? new FrameRows(columns, Convert.ToInt64(Read(rows, "Count"), CultureInfo.InvariantCulture))
            : null;
    }

    public IEnumerator GetEnumerator()
    {
        for (long row = 0; row < _count; row++)
            yield return new ResultRow(Names, Array.ConvertAll(_columns, column => column(row)));
    }

    public void CopyTo(Array array, int index)
    {
        foreach (object? row in this)
            array.SetValue(row, index++);
    }

    private static object? Read(object owner, string property) => owner.GetType().GetProperty(property, BindingFlags.Public | BindingFlags.Instance)?.GetValue(owner);

    /// <summary>The indexer that the base class of all columns has; a column's own gives the same values by another type.</summary>
    private static Func<long, object?> Reader(object column)
    {
        Type type = column.GetType();
        while (type.BaseType is { } below && below != typeof(object))
            type = below;
        return type.GetMethod("get_Item", [typeof(long)])!.CreateDelegate<Func<long, object?>>(column);
    }
}
