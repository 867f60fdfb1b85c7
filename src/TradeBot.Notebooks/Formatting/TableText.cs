using System.Text;

namespace TradeBot.Notebooks;

/// <summary>Writes tables as HTML and as aligned plain text.</summary>
internal static class TableText
{
    private const int MinSortableRows = 10;

    public static string Html(ValueTable table) => Html(table, "", pageRows: null);

    /// <summary>A table that can be sorted and, where it is long, shows one page at a time.</summary>
    /// <param name="table">All rows that the page holds.</param>
    /// <param name="more">A line on the rows after the first page; null when there are none.</param>
    /// <param name="rest">A line on the rows that the page does not hold; null when it holds all.</param>
    public static string PagedHtml(ValueTable table, string? more, string? rest)
    {
        if (table.Rows.Count < MinSortableRows)
            return Html(table);
        var html = new StringBuilder(Html(table, " class=\"tb-rows\"", ValueTable.PageRows));
        if (more is not null)
            html.Append("<p class=\"tb-more\" data-rest=\"").Append(HtmlText.Encode(rest ?? "")).Append("\">").Append(HtmlText.Encode(more)).Append("</p>");
        return html.Append(TableScript.Html).ToString();
    }

    private static string Html(ValueTable table, string attributes, int? pageRows)
    {
        var html = new StringBuilder("<table").Append(attributes).Append('>');
        if (table.Columns.Count > 0)
        {
            html.Append("<thead><tr>");
            for (int i = 0; i < table.Columns.Count; i++)
                html.Append(IsNumeric(table, i) ? "<th class=\"num\">" : "<th>").Append(HtmlText.Encode(table.Columns[i])).Append("</th>");
            html.Append("</tr></thead>");
        }

        html.Append("<tbody>");
        for (int i = 0; i < table.Rows.Count; i++)
        {
            html.Append(i >= pageRows ? "<tr hidden>" : "<tr>");
            foreach (TableCell cell in table.Rows[i])
                html.Append(cell.IsNumber ? "<td class=\"num\">" : "<td>").Append(HtmlText.Encode(cell.Text)).Append("</td>");
            html.Append("</tr>");
        }

        html.Append("</tbody></table>");
        if (table.Note is not null)
            html.Append("<p>").Append(HtmlText.Encode(table.Note)).Append("</p>");
        return html.ToString();
    }

    public static string Plain(ValueTable table)
    {
        int columns = table.Rows.Count > 0 ? table.Rows[0].Length : table.Columns.Count;
        int[] widths = [.. Enumerable.Range(0, columns).Select(i => Width(table, i))];
        bool[] right = [.. Enumerable.Range(0, columns).Select(i => IsNumeric(table, i))];
        var text = new StringBuilder();
        if (table.Columns.Count > 0)
        {
            AppendLine(text, table.Columns, widths, right);
            AppendLine(text, [.. widths.Select(width => new string('-', width))], widths, right);
        }

        foreach (TableCell[] row in table.Rows)
            AppendLine(text, [.. row.Select(cell => cell.Text)], widths, right);
        if (table.Note is not null)
            text.Append(table.Note).Append('\n');
        return text.ToString().TrimEnd('\n');
    }

    private static bool IsNumeric(ValueTable table, int column) =>
        table.Rows.Any(row => row[column].IsNumber)
        && table.Rows.All(row => row[column].IsNumber || row[column].Text is "" or ScalarText.Null);

    private static int Width(ValueTable table, int column)
    {
        int heading = table.Columns.Count > 0 ? table.Columns[column].Length : 0;
        return Math.Max(heading, table.Rows.Select(row => row[column].Text.Length).DefaultIfEmpty().Max());
    }

    private static void AppendLine(StringBuilder text, IReadOnlyList<string> cells, int[] widths, bool[] right)
    {
        int start = text.Length;
        for (int i = 0; i < cells.Count; i++)
        {
            if (i > 0)
                text.Append("  ");
            text.Append(right[i] ? cells[i].PadLeft(widths[i]) : cells[i].PadRight(widths[i]));
        }

        while (text.Length > start && text[^1] == ' ')
            text.Length--;
        text.Append('\n');
    }
}

/// <summary>One cell's text, and whether it is a number and stands to the right.</summary>
internal readonly record struct TableCell(string Text, bool IsNumber)
{
    public static TableCell Of(object? value) => new(InlineText.Of(value), ScalarText.IsNumber(value));
}
