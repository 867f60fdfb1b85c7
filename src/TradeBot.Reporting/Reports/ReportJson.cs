using System.Text.Json;

namespace TradeBot.Reporting;

/// <summary>Writes the parts of a report as JSON.</summary>
internal static class ReportJson
{
    public static void Write(Utf8JsonWriter json, ReportBlock block)
    {
        json.WriteStartObject();
        switch (block)
        {
            case SectionBlock section:
                json.WriteString("kind", "section");
                json.WriteNumber("level", section.Level);
                json.WriteString("title", section.Title);
                break;
            case HeadlineBlock headline:
                json.WriteString("kind", "headline");
                json.WriteString("text", headline.Text);
                json.WriteString("tone", headline.Tone.ToString().ToLowerInvariant());
                break;
            case FootBlock foot:
                json.WriteString("kind", "foot");
                json.WriteString("name", foot.Name);
                json.WriteString("value", foot.Value);
                break;
            case ProseBlock prose:
                json.WriteString("kind", "prose");
                json.WriteString("text", prose.Text);
                break;
            case WarningBlock warning:
                json.WriteString("kind", "warning");
                json.WriteString("text", warning.Text);
                break;
            case FactBlock fact:
                json.WriteString("kind", "fact");
                json.WriteString("name", fact.Name);
                json.WriteString("value", fact.Value);
                json.WriteString("note", fact.Note);
                json.WriteString("tone", fact.Tone.ToString().ToLowerInvariant());
                break;
            case ChartBlock chart:
                WriteChart(json, chart.Chart.ToText(), chart.Chart.ToPlotlyJson());
                break;
            case GridBlock charts:
                WriteChart(json, charts.Grid.ToText(), charts.Grid.ToPlotlyJson());
                break;
            case TableBlock table:
                WriteTable(json, table.Table, table.Folded);
                break;
            default:
                throw new NotSupportedException($"No JSON for {block.GetType().Name}.");
        }

        json.WriteEndObject();
    }

    private static void WriteChart(Utf8JsonWriter json, string text, string plotly)
    {
        json.WriteString("kind", "chart");
        json.WriteString("text", text);
        json.WritePropertyName("plotly");
        json.WriteRawValue(plotly);
    }

    private static void WriteTable(Utf8JsonWriter json, Table table, string folded)
    {
        json.WriteString("kind", "table");
        json.WriteString("caption", table.Caption.Length > 0 ? table.Caption : folded);
        json.WriteString("note", string.Join('\n', table.Notes()));
        json.WriteStartArray("columns");
        foreach (TableColumn column in table.Columns)
            json.WriteStringValue(column.Heading);
        json.WriteEndArray();
        json.WriteStartArray("rows");
        foreach (IReadOnlyList<object?> row in table.Rows)
        {
            json.WriteStartArray();
            foreach (object? value in row)
                WriteValue(json, value);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null or double and not (> double.NegativeInfinity and < double.PositiveInfinity):
                json.WriteNullValue();
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            case double or float or decimal or int or long or short or byte or uint:
                json.WriteRawValue(Table.Exact(value));
                break;
            default:
                json.WriteStringValue(Table.Exact(value));
                break;
        }
    }
}
