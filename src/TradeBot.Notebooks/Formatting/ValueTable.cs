using System.Collections;
using System.Globalization;

namespace TradeBot.Notebooks;

/// <summary>Rows and columns of text, ready to be written as HTML or aligned plain text.</summary>
/// <param name="Columns">Headings; empty for a table without.</param>
/// <param name="Rows">Each as long as <paramref name="Columns"/>, or as each other.</param>
/// <param name="Note">A line below, such as how many rows are not shown; null for none.</param>
internal sealed record ValueTable(IReadOnlyList<string> Columns, IReadOnlyList<TableCell[]> Rows, string? Note = null)
{
    private const int MaxRows = 20;
    private const int MaxColumns = 40;

    /// <summary>A value's members, one per row.</summary>
    public static ValueTable OfMembers(object value)
    {
        ValueMembers members = ValueMembers.Of(value.GetType());
        object?[] values = members.Read(value);
        return new ValueTable([], [.. members.Names.Select((name, i) => new[] { new TableCell(name, false), TableCell.Of(values[i]) })]);
    }

    /// <summary>A sequence of values with members, one value per row.</summary>
    public static ValueTable OfSequence(IReadOnlyList<object?> shown, string? note)
    {
        Type? type = CommonType(shown);
        string[] columns = type is null ? ["type", "value"] : [.. ValueMembers.Of(type).Names];
        return new ValueTable(columns, [.. shown.Select(value => Row(value, type, columns.Length))], note);
    }

    /// <summary>A two-dimensional array as it lies.</summary>
    public static ValueTable OfMatrix(Array matrix)
    {
        int rows = matrix.GetLength(0), columns = matrix.GetLength(1);
        int shownRows = Math.Min(rows, MaxRows), shownColumns = Math.Min(columns, MaxColumns);
        var cells = new TableCell[shownRows][];
        for (int r = 0; r < shownRows; r++)
            cells[r] = [.. Enumerable.Range(0, shownColumns).Select(c => TableCell.Of(matrix.GetValue(matrix.GetLowerBound(0) + r, matrix.GetLowerBound(1) + c)))];

        string size = string.Create(CultureInfo.InvariantCulture, $"{rows} × {columns}");
        bool whole = rows == shownRows && columns == shownColumns;
        return new ValueTable([], cells, whole ? size : size + ", the first of them shown");
    }

    /// <summary>The first items of a sequence, and a line on the rest; a long sequence is counted only so far.</summary>
    public static (List<object?> Shown, string? Note) Cut(IEnumerable items, int limit = MaxRows)
    {
        const int countLimit = 10_000;
        var shown = new List<object?>();
        int more = 0;
        foreach (object? item in items)
        {
            if (shown.Count < limit)
                shown.Add(item);
            else if (items is ICollection collection)
                return (shown, More(collection.Count - limit, ""));
            else if (++more == countLimit)
                return (shown, More(more, "at least "));
        }

        return (shown, more == 0 ? null : More(more, ""));
    }

    private static string More(int count, string hedge) => string.Create(CultureInfo.InvariantCulture, $"… {hedge}{count} more");

    private static Type? CommonType(IReadOnlyList<object?> values)
    {
        Type? type = null;
        foreach (object? value in values)
        {
            if (value is null)
                continue;
            if (type is not null && type != value.GetType())
                return null;
            type = value.GetType();
        }

        return type is not null && ValueMembers.Of(type).Names.Count > 0 ? type : null;
    }

    private static TableCell[] Row(object? value, Type? type, int columns)
    {
        if (type is null)
            return [new TableCell(value is null ? "" : TypeText.Of(value.GetType()), false), TableCell.Of(value)];
        if (value is null)
            return [TableCell.Of(null), .. Enumerable.Repeat(new TableCell("", false), columns - 1)];
        return [.. ValueMembers.Of(type).Read(value).Select(TableCell.Of)];
    }
}
