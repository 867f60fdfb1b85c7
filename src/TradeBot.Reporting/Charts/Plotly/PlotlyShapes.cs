using System.Text.Json;

namespace TradeBot.Reporting;

/// <summary>Writes surfaces, boxes and parallel scales as Plotly traces, and colour bars.</summary>
internal readonly struct PlotlyShapes(Utf8JsonWriter json, ChartAxis xAxis)
{
    /// <summary>The colours around 0, lightest in the middle.</summary>
    public static void WriteDiverging(Utf8JsonWriter json)
    {
        const int Steps = 8;
        json.WriteNumber("zmid", 0);
        json.WriteStartArray("colorscale");
        for (int i = 0; i <= Steps; i++)
        {
            json.WriteStartArray();
            json.WriteNumberValue(i / (double)Steps);
            json.WriteStringValue(ColorScale.Color(i * (ColorScale.Levels - 1) / Steps, diverging: true));
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    /// <summary>The colour bar, where there is one.</summary>
    public static void WriteColorBar(Utf8JsonWriter json, string title, bool percent = false)
    {
        if (title.Length == 0 && !percent)
            return;

        json.WriteStartObject("colorbar");
        if (title.Length > 0)
        {
            json.WriteStartObject("title");
            json.WriteString("text", title);
            json.WriteEndObject();
        }

        if (percent)
            json.WriteString("tickformat", ".2~%");
        json.WriteEndObject();
    }

    public void Write(ChartSeries series, string color)
    {
        switch (series)
        {
            case ContourSeries contour:
                WriteContour(contour);
                break;
            case BoxSeries boxes:
                WriteBoxes(boxes, color);
                break;
            case ParallelSeries lines:
                WriteParallel(lines);
                break;
            default:
                throw new NotSupportedException($"No trace for {series.GetType().Name}.");
        }
    }

    private void WriteContour(ContourSeries series)
    {
        json.WriteString("type", "contour");
        json.WriteString("colorscale", "Viridis");
        json.WriteNumbers("x", series.X.Span);
        json.WriteNumbers("y", series.Y.Span);
        json.WriteSurface(series.X.Length, series.Y.Length, series.At);
        WriteColorBar(json, series.ValueTitle);
    }

    private void WriteBoxes(BoxSeries series, string color)
    {
        json.WriteString("type", "box");
        json.WriteString("boxpoints", "outliers");
        json.WriteStartObject("marker");
        json.WriteString("color", color);
        json.WriteEndObject();
        json.WriteNames("x", xAxis.Categories);
        (string Name, Func<BoxSummary, double> Value)[] facts =
        [
            ("lowerfence", b => b.Low), ("q1", b => b.LowerQuartile), ("median", b => b.Median), ("q3", b => b.UpperQuartile), ("upperfence", b => b.High),
        ];
        foreach ((string name, Func<BoxSummary, double> value) in facts)
            json.WriteNumbers(name, [.. series.Boxes.Select(value)]);
        json.WriteStartArray("y");
        foreach (BoxSummary box in series.Boxes)
        {
            json.WriteStartArray();
            foreach (double outlier in box.Outliers.Span)
                json.WriteNumber(outlier);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private void WriteParallel(ParallelSeries series)
    {
        json.WriteString("type", "parcoords");
        json.WriteStartArray("dimensions");
        foreach (ParallelDimension dimension in series.Dimensions)
            WriteDimension(dimension);
        json.WriteEndArray();
        json.WriteStartObject("line");
        json.WriteString("colorscale", "Viridis");
        json.WriteBoolean("showscale", true);
        json.WriteNumbers("color", series.Values.Span);
        WriteColorBar(json, series.ValueTitle);
        json.WriteEndObject();
    }

    private void WriteDimension(ParallelDimension dimension)
    {
        json.WriteStartObject();
        json.WriteString("label", dimension.Name);
        json.WriteNumbers("values", dimension.Values.Span);
        if (!dimension.Names.IsEmpty)
        {
            json.WriteNumbers("tickvals", [.. Enumerable.Range(0, dimension.Names.Length).Select(i => (double)i)]);
            json.WriteNames("ticktext", dimension.Names);
        }

        json.WriteEndObject();
    }
}
