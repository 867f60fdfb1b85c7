using System.Text;
using System.Text.Json;

namespace TradeBot.Reporting;

/// <summary>Writes a chart in Plotly's schema.</summary>
internal static class PlotlyChart
{
    private static readonly JsonWriterOptions Options = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Default };

    public static string Render(Chart chart, int maximumPoints)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteStartArray("data");
            WriteTraces(json, chart, maximumPoints, null);
            json.WriteEndArray();
            PlotlyLayout.Write(json, chart);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>The traces of a chart.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="chart">The chart.</param>
    /// <param name="maximumPoints">Largest number of points of a line.</param>
    /// <param name="subplot">Its index among several charts side by side, each with its own axes; null for a single chart.</param>
    internal static void WriteTraces(Utf8JsonWriter json, Chart chart, int maximumPoints, int? subplot)
    {
        int next = 0;
        for (int panel = 0; panel < chart.Panels.Length; panel++)
        {
            foreach (ChartSeries series in chart.Panels[panel].Series)
            {
                ChartColor color = series.Color == ChartColor.Auto && series is XySeries ? ChartTheme.Automatic(next++) : series.Color;
                var trace = new PlotlyTrace(json, chart.XAxis, chart.Panels[panel].YAxis, PlotlyLayout.Suffix(subplot ?? panel), maximumPoints) { IsSubplot = subplot is not null };
                trace.Write(series, ChartTheme.LightColor(color));
            }
        }
    }
}
