using System.Collections;
using System.Collections.Immutable;
using System.Reflection;

namespace TradeBot.Reporting;

/// <summary>A table as data: columns with unit, alignment and format, over rows of values.</summary>
/// <remarks>Immutable. One model gives HTML, aligned text and CSV, the same bytes on each call.</remarks>
[TypeFormatterSource]
public sealed partial record Table
{
    /// <summary>A table of values.</summary>
    /// <param name="columns">At least one.</param>
    /// <param name="rows">Each with one value per column; null is an empty cell, NaN an unknown one.</param>
    /// <exception cref="ArgumentException">There is no column, or a row has another length.</exception>
    public Table(IEnumerable<TableColumn> columns, IEnumerable<IReadOnlyList<object?>> rows)
    {
        Columns = [.. columns];
        Rows = [.. rows];
        if (Columns.IsEmpty)
            throw new ArgumentException("A table needs at least one column.", nameof(columns));

        for (int i = 0; i < Rows.Length; i++)
        {
            if (Rows[i].Count != Columns.Length)
                throw new ArgumentException($"Expected {Columns.Length} values in row {i}, got {Rows[i].Count}.", nameof(rows));
        }
    }

    /// <summary>The caption; may be empty.</summary>
    public string Caption { get; init; } = "";

    /// <summary>A note under the table, such as how many rows are shown; may be empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>The columns, left to right.</summary>
    public ImmutableArray<TableColumn> Columns { get; }

    /// <summary>The rows, top to bottom.</summary>
    public ImmutableArray<IReadOnlyList<object?>> Rows { get; }

    /// <summary>A table of items, one row each; name its columns next.</summary>
    public static TableBuilder<T> Of<T>(IEnumerable<T> items) => new([.. items]);

    /// <summary>A table of two columns: names and values, each value with its own format.</summary>
    public static Table OfFacts(IEnumerable<(string Name, string Value)> facts) => new(
        [new TableColumn("Name"), new TableColumn("Value")],
        facts.Select(f => (IReadOnlyList<object?>)[f.Name, f.Value]));

    /// <summary>A table of objects of one type: a column for each public property.</summary>
    /// <param name="items">Rows; the type of the first determines the columns.</param>
    /// <param name="maximumRows">Largest number of rows shown; the note says how many there are.</param>
    /// <exception cref="ArgumentException">There is no item, or its type has no readable property.</exception>
    public static Table OfObjects(IEnumerable items, int maximumRows = 20)
    {
        ArgumentNullException.ThrowIfNull(items);
        object[] all = [.. items.Cast<object>()];
        if (all.Length == 0)
            throw new ArgumentException("Expected at least one item.", nameof(items));

        PropertyInfo[] properties = [.. all[0].GetType()
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.CanRead && p.GetIndexParameters().Length == 0)];
        if (properties.Length == 0)
            throw new ArgumentException($"{all[0].GetType().Name} has no public property to show.", nameof(items));

        return new Table(
            properties.Select(p => new TableColumn(p.Name) { Alignment = AlignmentOf(p.PropertyType) }),
            all.Take(maximumRows).Select(item => (IReadOnlyList<object?>)[.. properties.Select(p => p.DeclaringType!.IsInstanceOfType(item) ? p.GetValue(item) : null)]))
        {
            Note = LeftOut(all.Length, maximumRows),
        };
    }

    /// <summary>A copy with a caption.</summary>
    public Table WithCaption(string caption) => this with { Caption = caption };

    /// <summary>A copy with a note under the table.</summary>
    public Table WithNote(string note) => this with { Note = note };

    /// <summary>A copy with another alignment of a column.</summary>
    /// <exception cref="ArgumentException">No column has this name.</exception>
    public Table Align(string column, CellAlignment alignment)
    {
        if (Columns.All(c => c.Name != column))
            throw new ArgumentException($"No column is called '{column}'; there are {string.Join(", ", Columns.Select(c => c.Name))}.", nameof(column));

        return new Table(Columns.Select(c => c.Name == column ? c with { Alignment = alignment } : c), Rows) { Caption = Caption, Note = Note };
    }

    /// <summary>A copy in which the texts of a column are numbers with aligned decimal points.</summary>
    /// <exception cref="ArgumentException">No column has this name.</exception>
    public Table AlignDecimals(string column)
    {
        Table right = Align(column, CellAlignment.Right);
        int place = right.Columns.Select(c => c.Name).ToList().IndexOf(column);
        string[] texts = ValueFormat.PadDecimals([.. Rows.Select(row => Columns[place].Format.Format(row[place]))]);
        return new Table(right.Columns, Rows.Select((row, i) => (IReadOnlyList<object?>)[.. row.Select((value, c) => c == place ? texts[i] : value)])) { Caption = Caption, Note = Note };
    }

    /// <summary>A copy with only the first rows; the note says how many there are.</summary>
    public Table Head(int maximumRows) => new(Columns, Rows.Take(maximumRows)) { Caption = Caption, Note = LeftOut(Rows.Length, maximumRows) };

    /// <summary>The caption and the size.</summary>
    public override string ToString() => FormattableString.Invariant($"Table '{Caption}' of {Rows.Length} rows and {Columns.Length} columns");

    internal static CellAlignment AlignmentOf(Type type)
    {
        Type plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain.IsPrimitive && plain != typeof(bool) && plain != typeof(char) || plain == typeof(decimal) || plain == typeof(TimeSpan)
            ? CellAlignment.Right
            : CellAlignment.Left;
    }

    private static string LeftOut(int all, int shown) =>
        all <= shown ? "" : FormattableString.Invariant($"{shown:N0} of {all:N0} rows shown.");
}
