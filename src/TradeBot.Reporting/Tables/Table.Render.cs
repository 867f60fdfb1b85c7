using System.Globalization;
using System.Text;

using CsvHelper;

namespace TradeBot.Reporting;

public sealed partial record Table
{
    /// <summary>The table as an HTML fragment with its own style, for a place inside another page.</summary>
    public string ToHtmlFragment()
    {
        HtmlWriter html = new HtmlWriter().Open("div", "class=tb").Raw("<style>").Raw(PageStyle.Table).Raw("</style>");
        WriteHtml(html);
        return html.Close().ToString();
    }

    /// <summary>The table as aligned columns of text.</summary>
    public string ToText()
    {
        string[][] cells = [[.. Columns.Select(c => c.Heading)], .. Rows.Select(FormatRow)];
        int[] widths = [.. Enumerable.Range(0, Columns.Length).Select(c => cells.Max(row => row[c].Length))];
        var text = new StringBuilder();
        if (Caption.Length > 0)
            text.Append(Caption).Append('\n');
        for (int i = 0; i < cells.Length; i++)
        {
            text.Append(Line(cells[i], widths)).Append('\n');
            if (i == 0)
                text.AppendJoin("  ", widths.Select(w => new string('-', w))).Append('\n');
        }

        if (Note.Length > 0)
            text.Append(Note).Append('\n');
        return text.ToString();
    }

    /// <summary>The table as CSV: a header, then values at full precision; NaN is written NaN, null is empty.</summary>
    public string ToCsv()
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = CsvWriter.Create(text, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true))
        {
            csv.WriteRecord(Columns.Select(c => c.Heading).ToArray());
            foreach (IReadOnlyList<object?> row in Rows)
                csv.WriteRecord(row.Select(Exact).ToArray());
        }

        return text.ToString();
    }

    internal void WriteHtml(HtmlWriter html)
    {
        html.Open("div", "class=tb-scroll").Open("table", "class=tb-table");
        if (Caption.Length > 0)
            html.Element("caption", Caption);
        html.Open("thead").Open("tr");
        foreach (TableColumn column in Columns)
            WriteHeading(html, column);
        html.Close().Close().Open("tbody");
        foreach (IReadOnlyList<object?> row in Rows)
        {
            html.Open("tr");
            for (int i = 0; i < Columns.Length; i++)
                html.Element("td", Columns[i].Format.Format(row[i]), row[i] is DateTime ? "class=t" : ClassOf(Columns[i]));
            html.Close();
        }

        html.Close().Close();
        if (Note.Length > 0)
            html.Element("p", Note, "class=tb-note");
        html.Close();
    }

    private static void WriteHeading(HtmlWriter html, TableColumn column)
    {
        html.Open("th", "scope=col", ClassOf(column)).Text(column.Name);
        if (column.Unit.Length > 0)
            html.Text(" ").Element("small", column.Unit);
        html.Close();
    }

    private static string ClassOf(TableColumn column) => column.Alignment switch
    {
        CellAlignment.Right => "class=r",
        CellAlignment.Center => "class=c",
        _ => "",
    };

    internal static string Exact(object? value) => value switch
    {
        DateTime time => time.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? "",
    };

    private string[] FormatRow(IReadOnlyList<object?> row) => [.. row.Select((value, i) => Columns[i].Format.Format(value))];

    private string Line(string[] cells, int[] widths) => string.Join("  ", cells.Select((cell, i) => Columns[i].Alignment switch
    {
        CellAlignment.Right => cell.PadLeft(widths[i]),
        CellAlignment.Center => cell.PadLeft((widths[i] + cell.Length) / 2).PadRight(widths[i]),
        _ => cell.PadRight(widths[i]),
    })).TrimEnd();
}
