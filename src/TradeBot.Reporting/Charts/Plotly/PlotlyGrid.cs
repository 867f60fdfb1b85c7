using System.Text;
using System.Text.Json;

namespace TradeBot.Reporting;

/// <summary>Writes charts side by side as subplots in Plotly's schema.</summary>
internal static class PlotlyGrid
{
    private const double Gap = 0.06;
    private const int RowHeight = 240;

    public static string Render(ChartGrid grid, int maximumPoints)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartArray("data");
            for (int i = 0; i < grid.Charts.Length; i++)
                PlotlyChart.WriteTraces(json, grid.Charts[i], maximumPoints, i);
            json.WriteEndArray();
            WriteLayout(json, grid);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void WriteLayout(Utf8JsonWriter json, ChartGrid grid)
    {
        int columns = Math.Min(grid.Columns, grid.Charts.Length), rows = (grid.Charts.Length + columns - 1) / columns;
        json.WriteStartObject("layout");
        PlotlyLayout.WriteTitle(json, PlotlyLayout.Plain(grid.Title));
        PlotlyLayout.WriteGround(json);
        json.WriteNumber("height", RowHeight * rows + 60);
        json.WriteBoolean("showlegend", false);
        for (int i = 0; i < grid.Charts.Length; i++)
        {
            string suffix = PlotlyLayout.Suffix(i);
            json.WriteStartObject("xaxis" + suffix);
            PlotlyLayout.WriteAxis(json, grid.Charts[i].XAxis);
            json.WriteString("anchor", "y" + suffix);
            WriteDomain(json, i % columns, columns);
            json.WriteEndObject();
            json.WriteStartObject("yaxis" + suffix);
            PlotlyLayout.WriteAxis(json, grid.Charts[i].Panels[0].YAxis);
            json.WriteString("anchor", "x" + suffix);
            WriteDomain(json, rows - 1 - i / columns, rows);
            json.WriteEndObject();
        }

        WriteTitles(json, grid, columns, rows);
        json.WriteEndObject();
    }

    private static void WriteDomain(Utf8JsonWriter json, int place, int of)
    {
        double gap = of > 1 ? Gap : 0;
        json.WriteStartArray("domain");
        json.WriteNumberValue(Math.Round(place / (double)of + gap / 2, 4));
        json.WriteNumberValue(Math.Round((place + 1) / (double)of - 1.5 * gap, 4));
        json.WriteEndArray();
    }

    private static void WriteTitles(Utf8JsonWriter json, ChartGrid grid, int columns, int rows)
    {
        json.WriteStartArray("annotations");
        for (int i = 0; i < grid.Charts.Length; i++)
        {
            json.WriteStartObject();
            json.WriteString("text", PlotlyLayout.Plain(grid.Charts[i].Title));
            json.WriteString("xref", "paper");
            json.WriteString("yref", "paper");
            json.WriteNumber("x", Math.Round((i % columns + 0.5) / columns, 4));
            json.WriteNumber("y", Math.Round((rows - i / columns) / (double)rows, 4));
            json.WriteString("yanchor", "top");
            json.WriteBoolean("showarrow", false);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
