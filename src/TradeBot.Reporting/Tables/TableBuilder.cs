using System.Collections.Immutable;

namespace TradeBot.Reporting;

/// <summary>Builds a table of items, column by column from left to right.</summary>
public sealed class TableBuilder<T>
{
    private readonly ImmutableArray<T> _items;
    private readonly ImmutableArray<(TableColumn Column, Func<T, object?> Value)> _columns;

    internal TableBuilder(ImmutableArray<T> items, ImmutableArray<(TableColumn, Func<T, object?>)>? columns = null)
    {
        _items = items;
        _columns = columns ?? [];
    }

    /// <summary>Adds a column.</summary>
    /// <param name="name">The heading.</param>
    /// <param name="value">The value of an item.</param>
    /// <param name="format">How it is written; null for a format by type.</param>
    /// <param name="unit">The unit; may be empty.</param>
    /// <param name="unknown">Why a value may be n/a, in a few words; may be empty.</param>
    public TableBuilder<T> Column<TValue>(string name, Func<T, TValue> value, ValueFormat? format = null, string unit = "", string unknown = "")
    {
        ArgumentNullException.ThrowIfNull(value);
        var column = new TableColumn(name)
        {
            Unit = unit,
            Unknown = unknown,
            Format = format ?? ValueFormat.Auto,
            Alignment = Table.AlignmentOf(typeof(TValue)),
        };
        return new TableBuilder<T>(_items, _columns.Add((column, item => value(item))));
    }

    /// <summary>The table.</summary>
    /// <exception cref="ArgumentException">No column was named.</exception>
    public Table Build() => new(
        _columns.Select(c => c.Column),
        _items.Select(item => (IReadOnlyList<object?>)[.. _columns.Select(c => c.Value(item))]));
}
