using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace TradeBot.Notebooks;

/// <summary>A table whose first row names its columns.</summary>
internal sealed class HtmlTable
{
    private readonly Dictionary<string, int> _indices;

    private HtmlTable(IEnumerable<string> names, IReadOnlyList<IHtmlTableRowElement> rows) => (_indices, Rows) = (TableHeadings.Index(names), rows);

    public IReadOnlyCollection<string> Columns => _indices.Keys;

    public IReadOnlyList<IHtmlTableRowElement> Rows { get; }

    /// <returns>Null for other elements, and for tables without headings or with cells over several columns.</returns>
    public static HtmlTable? TryRead(IElement element)
    {
        if (element is not IHtmlTableElement table || table.Rows.Length == 0)
            return null;
        IHtmlTableRowElement first = table.Rows[0];
        bool hasHeadings = first.Cells.Length > 0 && first.Cells.All(cell => cell.LocalName == "th");
        bool isPlain = table.Rows.All(row => row.Cells.All(cell => cell.ColumnSpan == 1 && cell.RowSpan == 1)) && table.QuerySelector("table") is null;
        return hasHeadings && isPlain ? new HtmlTable(first.Cells.Select(cell => cell.TextContent.Trim()), [.. table.Rows.Skip(1)]) : null;
    }

    /// <returns>Null where the row is shorter.</returns>
    public IElement? Cell(int row, string column)
    {
        int index = _indices[column];
        return index < Rows[row].Cells.Length ? Rows[row].Cells[index] : null;
    }
}
