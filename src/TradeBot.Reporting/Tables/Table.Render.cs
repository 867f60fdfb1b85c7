using System.Globalization;
using System.Text;

using CsvHelper;

namespace TradeBot.Reporting;

public sealed partial record Table
{
    /// <summary>The table as an HTML fragment with its own style, for another page.</summary>
    public string ToHtmlFragment()
    {
        HtmlWriter html = new HtmlWriter().Open("div", "class=tb").Raw("<style>").Raw(PageStyle.Table).Raw("</style>");
        WriteHtml(html);
        return html.Close().ToString();
    }

    /// <summary>The table as aligned columns of text.</summary>
    public string ToText()
    {
        string[][] cells = [[.. Columns.Select(c => c.Heading)], .. Texts()];
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

        foreach (string note in Notes())
            text.Append(note).Append('\n');
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
        string[][] texts = Texts();
        string stack = StackClass(texts);
        html.Open("div", "class=tb-scroll").Open("table", $"class={$"tb-table {stack}".TrimEnd()}");
        if (Caption.Length > 0)
            html.Element("caption", Caption);
        html.Open("thead").Open("tr");
        foreach (TableColumn column in Columns)
            WriteHeading(html, column);
        html.Close().Close().Open("tbody");
        for (int row = 0; row < texts.Length; row++)
        {
            html.Open("tr");
            for (int i = 0; i < Columns.Length; i++)
                html.Element("td", texts[row][i], Rows[row][i] is DateTime ? "class=t" : ClassOf(Columns[i]), stack.Length > 0 ? $"data-h={Columns[i].Heading}" : "");
            html.Close();
        }

        html.Close().Close();
        foreach (string note in Notes())
            html.Element("p", note, "class=tb-note");
        html.Close();
    }

    /// <summary>The cells as texts, row by row, decimal points aligned.</summary>
    internal string[][] Texts()
    {
        string[][] columns = [.. Columns.Select((column, i) => column.Format.FormatColumn([.. Rows.Select(row => row[i])]))];
        return [.. Enumerable.Range(0, Rows.Length).Select(row => (string[])[.. columns.Select(column => column[row])])];
    }

    /// <summary>The remark under the table, and for each column that has an n/a its reason.</summary>
    internal IEnumerable<string> Notes()
    {
        if (Note.Length > 0)
            yield return Note;
        for (int i = 0; i < Columns.Length; i++)
        {
            if (Columns[i].Unknown.Length > 0 && Rows.Any(row => row[i] is double.NaN or float.NaN))
                yield return $"{Columns[i].Name} {ValueFormat.Unknown}: {Columns[i].Unknown}.";
        }
    }

    // Where the page is narrower than the table, each row becomes a block with each value next to its heading: nothing is cut off.
    // A table wider than the page is set more densely, with headings on several lines.
    private string StackClass(string[][] texts)
    {
        const double Phone = 340, Wide = 600, Page = 960, TextScale = 14.0 / ChartTheme.FontSize, Padding = 22;
        double needed = 0;
        for (int i = 0; i < Columns.Length; i++)
        {
            bool wraps = Columns[i].Alignment != CellAlignment.Right && !Rows.Any(row => row[i] is DateTime);
            double widest = texts.Length == 0 ? 0 : texts.Max(row => wraps ? row[i].Split(' ').Max(word => TextWidth.Of(word)) : TextWidth.Of(row[i]));
            needed += Padding + TextScale * Math.Max(widest, TextWidth.Of(Columns[i].Heading));
        }

        return needed <= Phone ? "" : needed <= Wide ? "tb-stack" : needed <= Page ? "tb-stack tb-early" : "tb-stack tb-early tb-dense";
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

    private string Line(string[] cells, int[] widths) => string.Join("  ", cells.Select((cell, i) => Columns[i].Alignment switch
    {
        CellAlignment.Right => cell.PadLeft(widths[i]),
        CellAlignment.Center => cell.PadLeft((widths[i] + cell.Length) / 2).PadRight(widths[i]),
        _ => cell.PadRight(widths[i]),
    })).TrimEnd();
}
