using System.Globalization;
using System.Text.Json;

using TradeBot.MarketData;

namespace TradeBot.Reporting;

/// <summary>Writes titles, axes and annotations as a Plotly layout.</summary>
internal static class PlotlyLayout
{
    /// <summary>The number that Plotly gives the n-th vertical axis: none, 2, 3, …</summary>
    public static string Suffix(int panel) => panel == 0 ? "" : (panel + 1).ToString(CultureInfo.InvariantCulture);

    public static void Write(Utf8JsonWriter json, Chart chart)
    {
        json.WriteStartObject("layout");
        WriteTitle(json, chart.Subtitle.Length > 0 ? $"{Plain(chart.Title)}<br><sub>{Plain(chart.Subtitle)}</sub>" : Plain(chart.Title));
        WriteGround(json);
        json.WriteNumber("height", 320 + 140 * (chart.Panels.Length - 1));
        json.WriteBoolean("showlegend", !LegendEntry.For(chart).IsEmpty);
        json.WriteStartObject("legend");
        json.WriteString("orientation", "h");
        json.WriteEndObject();
        if (chart.XAxis.Kind == AxisKind.Time)
            json.WriteString("hovermode", "x unified");
        json.WriteStartObject("margin");
        json.WriteNumber("l", 60);
        json.WriteNumber("r", 20);
        json.WriteNumber("t", chart.Title.Length > 0 ? 60 : 20);
        json.WriteNumber("b", 40);
        json.WriteEndObject();
        WriteHorizontalAxis(json, chart);
        WriteVerticalAxes(json, chart);
        WriteShapes(json, chart);
        WriteNotes(json, chart);
        json.WriteEndObject();
    }

    /// <summary>Transparent, so that the page's colours are used.</summary>
    internal static void WriteGround(Utf8JsonWriter json)
    {
        json.WriteString("paper_bgcolor", "rgba(0,0,0,0)");
        json.WriteString("plot_bgcolor", "rgba(0,0,0,0)");
    }

    // Plotly reads a few tags in titles; text is not markup.
    internal static string Plain(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    internal static void WriteTitle(Utf8JsonWriter json, string title)
    {
        if (title.Length == 0)
            return;

        json.WriteStartObject("title");
        json.WriteString("text", title);
        json.WriteEndObject();
    }

    private static void WriteHorizontalAxis(Utf8JsonWriter json, Chart chart)
    {
        json.WriteStartObject("xaxis");
        WriteAxis(json, chart.XAxis);
        if (chart.Panels.Length > 1)
            json.WriteString("anchor", "y" + Suffix(chart.Panels.Length - 1));
        json.WriteStartObject("rangeslider");
        json.WriteBoolean("visible", false);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteVerticalAxes(Utf8JsonWriter json, Chart chart)
    {
        double total = chart.Panels.Sum(p => p.Height), top = 1;
        double gap = chart.Panels.Length > 1 ? 0.03 : 0;
        for (int i = 0; i < chart.Panels.Length; i++)
        {
            double bottom = Math.Max(0, top - chart.Panels[i].Height / total);
            json.WriteStartObject("yaxis" + Suffix(i));
            WriteAxis(json, chart.Panels[i].YAxis);
            json.WriteStartArray("domain");
            json.WriteNumberValue(Math.Round(i == chart.Panels.Length - 1 ? 0 : bottom + gap, 4));
            json.WriteNumberValue(Math.Round(top, 4));
            json.WriteEndArray();
            json.WriteEndObject();
            top = bottom;
        }
    }

    internal static void WriteAxis(Utf8JsonWriter json, ChartAxis axis)
    {
        WriteTitle(json, Plain(axis.Caption));
        json.WriteString("type", axis.Kind switch
        {
            AxisKind.Time => "date",
            AxisKind.Log => "log",
            AxisKind.Category => "category",
            _ => "linear",
        });
        if (axis.Percent)
            json.WriteString("tickformat", ".2~%");
        if (double.IsFinite(axis.Minimum) && double.IsFinite(axis.Maximum))
            WriteRange(json, axis);
    }

    private static void WriteRange(Utf8JsonWriter json, ChartAxis axis)
    {
        bool log = axis.Kind == AxisKind.Log;
        json.WriteStartArray("range");
        json.WriteNumberValue(log ? Math.Log10(axis.Minimum) : axis.Minimum);
        json.WriteNumberValue(log ? Math.Log10(axis.Maximum) : axis.Maximum);
        json.WriteEndArray();
    }

    private static void WriteShapes(Utf8JsonWriter json, Chart chart)
    {
        if (chart.Regions.IsEmpty && chart.Panels.All(p => p.Levels.IsEmpty))
            return;

        json.WriteStartArray("shapes");
        foreach (ShadedRegion region in chart.Regions)
            WriteRegion(json, chart.XAxis, region);
        for (int i = 0; i < chart.Panels.Length; i++)
        {
            foreach (ReferenceLine level in chart.Panels[i].Levels)
                WriteLevel(json, "y" + Suffix(i), level);
        }

        json.WriteEndArray();
    }

    private static void WriteNotes(Utf8JsonWriter json, Chart chart)
    {
        if (chart.Panels.All(p => p.Notes.IsEmpty))
            return;

        json.WriteStartArray("annotations");
        for (int i = 0; i < chart.Panels.Length; i++)
        {
            foreach (PointNote note in chart.Panels[i].Notes)
            {
                json.WriteStartObject();
                WritePosition(json, "x", chart.XAxis, note.X);
                json.WriteNumber("y", note.Y);
                json.WriteString("yref", "y" + Suffix(i));
                json.WriteString("text", Plain(note.Text));
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
    }

    private static void WriteRegion(Utf8JsonWriter json, ChartAxis axis, ShadedRegion region)
    {
        json.WriteStartObject();
        json.WriteString("type", "rect");
        json.WriteString("yref", "paper");
        WritePosition(json, "x0", axis, region.From);
        WritePosition(json, "x1", axis, region.To);
        json.WriteNumber("y0", 0);
        json.WriteNumber("y1", 1);
        json.WriteString("fillcolor", "rgba(128,128,128,0.25)");
        json.WriteString("layer", "below");
        json.WriteStartObject("line");
        json.WriteNumber("width", 0);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteLevel(Utf8JsonWriter json, string axis, ReferenceLine level)
    {
        json.WriteStartObject();
        json.WriteString("type", "line");
        json.WriteString("xref", "paper");
        json.WriteString("yref", axis);
        json.WriteNumber("x0", 0);
        json.WriteNumber("x1", 1);
        json.WriteNumber("y0", level.Value);
        json.WriteNumber("y1", level.Value);
        json.WriteStartObject("line");
        json.WriteString("dash", "dash");
        json.WriteNumber("width", 1);
        json.WriteString("color", "#808080");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WritePosition(Utf8JsonWriter json, string name, ChartAxis axis, double value)
    {
        if (axis.Kind == AxisKind.Time)
            json.WriteString(name, UnixTime.ToDateTime((long)value).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
        else
            json.WriteNumber(name, value);
    }
}
