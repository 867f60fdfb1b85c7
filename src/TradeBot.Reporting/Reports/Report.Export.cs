using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

using CsvHelper;

namespace TradeBot.Reporting;

public sealed partial class Report
{
    private static readonly JsonWriterOptions JsonOptions = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The report as Markdown; charts as text.</summary>
    public string ToMarkdown()
    {
        var text = new StringBuilder("# ").Append(ReportMarkdown.Escape(Title)).Append('\n');
        ReportBlock? before = null;
        foreach (ReportBlock block in Ordered)
        {
            text.Append(block is FactBlock && before is not FactBlock ? ReportMarkdown.FactHeading : "").Append(ReportMarkdown.Of(block));
            before = block;
        }

        return text.ToString();
    }

    /// <summary>The report as JSON for a program: blocks in reading order, values of tables at full precision, charts in Plotly's schema.</summary>
    public string ToJson()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonOptions))
        {
            json.WriteStartObject();
            json.WriteString("title", Title);
            json.WriteStartArray("blocks");
            foreach (ReportBlock block in Ordered)
                ReportJson.Write(json, block);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n";
    }

    /// <summary>Facts and tables as CSV, a line for each value: section, table, row, column, value. A fact is a row without a table.</summary>
    public string ToCsv()
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = CsvWriter.Create(text, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true))
        {
            string section = "";
            csv.WriteRecord((string[])["section", "table", "row", "column", "value"]);
            foreach (ReportBlock block in Ordered)
            {
                section = block is SectionBlock begun ? begun.Title : section;
                foreach (string[] line in CsvLines(section, block))
                    csv.WriteRecord(line);
            }
        }

        return text.ToString();
    }

    private static IEnumerable<string[]> CsvLines(string section, ReportBlock block) => block switch
    {
        FactBlock { Note.Length: > 0 } fact => [[section, "", fact.Name, "value", fact.Value], [section, "", fact.Name, "note", fact.Note]],
        FactBlock fact => [[section, "", fact.Name, "value", fact.Value]],
        HeadlineBlock headline => [[section, "", "Headline", "value", headline.Text]],
        FootBlock foot => [["", "", foot.Name, "value", foot.Value]],
        TableBlock { Table: var table } folded => table.Rows.SelectMany((row, number) => table.Columns.Select((column, i) => (string[])
            [section, table.Caption.Length > 0 ? table.Caption : folded.Folded, (number + 1).ToString(CultureInfo.InvariantCulture), column.Heading, Reporting.Table.Exact(row[i])])),
        _ => [],
    };
}
