using System.Collections;

namespace TradeBot.Notebooks;

/// <summary>Rows and named columns: what an SQL cell answers, and how languages hand each other rows.</summary>
public sealed class ResultTable : IReadOnlyList<ResultRow>
{
    private readonly ResultRow[] _rows;

    /// <param name="columns">The columns' names, in order.</param>
    /// <param name="rows">Each with one value per column; null is unknown.</param>
    /// <exception cref="ArgumentException">A row has more or fewer values than there are columns.</exception>
    public ResultTable(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<object?>> rows)
    {
        Columns = columns;
        _rows = [.. rows.Select(row => row.Count == columns.Count
            ? new ResultRow(columns, row)
            : throw new ArgumentException($"A row has {row.Count} values for {columns.Count} columns.", nameof(rows)))];
    }

    /// <summary>The columns' names, in order.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>How many rows there are.</summary>
    public int Count => _rows.Length;

    /// <summary>A row.</summary>
    /// <param name="index">From 0.</param>
    public ResultRow this[int index] => _rows[index];

    /// <summary>A column's values.</summary>
    /// <typeparam name="T">What they are converted to; a value that is unknown is NaN for double, else the type's default.</typeparam>
    /// <param name="name">The column, letter case ignored.</param>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public T[] Column<T>(string name) => [.. _rows.Select(row => row.Get<T>(name))];

    /// <inheritdoc/>
    public IEnumerator<ResultRow> GetEnumerator() => ((IEnumerable<ResultRow>)_rows).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>A table of any values by their members; single values make one column named <c>value</c>.</summary>
    internal static ResultTable Of(IEnumerable items)
    {
        if (items is ResultTable table)
            return table;
        object?[] values = [.. items];
        ValueColumns columns = ValueColumns.Of(values);
        return new ResultTable(columns.Names, values.Select(columns.Read));
    }
}
