using System.Globalization;
using System.Text.Json;

using TradeBot.MarketData;

namespace TradeBot.Reporting;

/// <summary>Writes one series as a Plotly trace.</summary>
/// <param name="json">The writer.</param>
/// <param name="xAxis">The horizontal axis.</param>
/// <param name="yAxis">The vertical axis.</param>
/// <param name="axisSuffix">The number of the vertical axis, empty for the first.</param>
/// <param name="maximumPoints">Largest number of points of a line.</param>
internal readonly struct PlotlyTrace(Utf8JsonWriter json, ChartAxis xAxis, ChartAxis yAxis, string axisSuffix, int maximumPoints)
{
    /// <summary>True where the horizontal axis has the number of the vertical one.</summary>
    public bool IsSubplot { get; init; }

    public void Write(ChartSeries series, string color)
    {
        json.WriteStartObject();
        switch (series)
        {
            case CandlestickSeries candles:
                WriteCandles(candles.Candles);
                break;
            case VolumeSeries volume:
                WriteVolume(volume.Candles);
                break;
            case HeatmapSeries heatmap:
                WriteHeatmap(heatmap);
                break;
            case ContourSeries or BoxSeries or ParallelSeries:
                new PlotlyShapes(json, xAxis).Write(series, color);
                break;
            case HorizontalBarSeries bars:
                WriteHorizontalBars(bars, color);
                break;
            case BarSeries bars:
                WriteBars(bars, color);
                break;
            case XySeries points:
                WritePoints(points, color);
                break;
            default:
                throw new NotSupportedException($"No trace for {series.GetType().Name}.");
        }

        if (series.Name.Length > 0)
            json.WriteString("name", series.Name);
        if (IsSubplot)
            json.WriteString("xaxis", "x" + axisSuffix);
        json.WriteString("yaxis", "y" + axisSuffix);
        json.WriteEndObject();
    }

    private void WritePoints(XySeries series, string color)
    {
        json.WriteString("type", "scatter");
        json.WriteString("mode", series is ScatterSeries ? "markers" : "lines");
        if (series is ScatterSeries { Shape: var shape })
        {
            json.WriteStartObject("marker");
            json.WriteString("color", color);
            json.WriteString("symbol", Symbol(shape));
        }
        else
        {
            json.WriteStartObject("line");
            json.WriteString("color", color);
            json.WriteNumber("width", 1.5);
            if (series is LineSeries { Dashed: true })
                json.WriteString("dash", "dash");
            if (ShapeOf(series) is not LineShape.Straight and var steps)
                json.WriteString("shape", steps == LineShape.StepAfter ? "hv" : "vh");
        }

        json.WriteEndObject();
        if (series is AreaSeries { Baseline: 0 })
            json.WriteString("fill", "tozeroy");
        WriteColumns(series);
    }

    private static LineShape ShapeOf(XySeries series) => series switch
    {
        LineSeries line => line.Shape,
        AreaSeries area => area.Shape,
        _ => LineShape.Straight,
    };

    private void WriteBars(BarSeries series, string color)
    {
        json.WriteString("type", "bar");
        if (xAxis.Kind != AxisKind.Category)
            json.WriteNumber("width", series.Width);
        json.WriteStartObject("marker");
        if (series.ColorBySign)
            WriteSignColors(series);
        else
            json.WriteString("color", color);
        json.WriteEndObject();
        WriteColumns(series);
    }

    private void WriteHorizontalBars(HorizontalBarSeries series, string color)
    {
        json.WriteString("type", "bar");
        json.WriteString("orientation", "h");
        json.WriteStartObject("marker");
        json.WriteString("color", color);
        json.WriteEndObject();
        json.WriteNumbers("x", series.X.Span);
        json.WriteNames("y", yAxis.Categories);
    }

    private void WriteSignColors(BarSeries series)
    {
        json.WriteStartArray("color");
        foreach (int index in Chosen(series))
            json.WriteStringValue(ChartTheme.LightColor(index >= 0 && series.Y.Span[index] < 0 ? ChartColor.Vermilion : ChartColor.Green));
        json.WriteEndArray();
    }

    private List<int> Chosen(XySeries series) => PointSelection.ChooseLine(series, xAxis.Kind, maximumPoints / 4);

    // A break in a line is a point without a value, which Plotly leaves open.
    private void WriteColumns(XySeries series)
    {
        List<int> chosen = Chosen(series);
        json.WriteStartArray("x");
        int last = 0;
        foreach (int index in chosen)
            WritePosition(series.X.Span[last = index < 0 ? last : index]);
        json.WriteEndArray();
        json.WriteStartArray("y");
        foreach (int index in chosen)
            json.WriteNumber(index < 0 ? double.NaN : series.Y.Span[index]);
        json.WriteEndArray();
    }

    private void WriteCandles(CandleSeries series)
    {
        CandleGrouping grouping = CandleGrouping.Fit(series, maximumPoints);
        json.WriteString("type", "candlestick");
        WriteDirection("increasing", ChartColor.Green);
        WriteDirection("decreasing", ChartColor.Vermilion);
        WriteColumn("x", grouping, static c => c.Center, times: true);
        WriteColumn("open", grouping, static c => c.Open);
        WriteColumn("high", grouping, static c => c.High);
        WriteColumn("low", grouping, static c => c.Low);
        WriteColumn("close", grouping, static c => c.Close);
    }

    private void WriteDirection(string name, ChartColor color)
    {
        json.WriteStartObject(name);
        json.WriteStartObject("line");
        json.WriteString("color", ChartTheme.LightColor(color));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteVolume(CandleSeries series)
    {
        CandleGrouping grouping = CandleGrouping.Fit(series, maximumPoints);
        json.WriteString("type", "bar");
        json.WriteStartObject("marker");
        json.WriteStartArray("color");
        foreach (DrawnCandle candle in grouping.Candles)
            json.WriteStringValue(ChartTheme.LightColor(candle.Rises ? ChartColor.Green : ChartColor.Vermilion));
        json.WriteEndArray();
        json.WriteEndObject();
        WriteColumn("x", grouping, static c => c.Center, times: true);
        WriteColumn("y", grouping, static c => c.Volume);
    }

    private void WriteColumn(string name, CandleGrouping grouping, Func<DrawnCandle, double> value, bool times = false)
    {
        json.WriteStartArray(name);
        foreach (DrawnCandle candle in grouping.Candles)
        {
            if (times)
                WriteTime(value(candle));
            else
                json.WriteNumber(value(candle));
        }

        json.WriteEndArray();
    }

    private void WriteHeatmap(HeatmapSeries series)
    {
        json.WriteString("type", "heatmap");
        if (series.Diverging)
            PlotlyShapes.WriteDiverging(json);
        else
            json.WriteString("colorscale", "Viridis");
        json.WriteNames("x", xAxis.Categories);
        json.WriteNames("y", yAxis.Categories);
        json.WriteSurface(series.Columns, series.Rows, series.At);
        PlotlyShapes.WriteColorBar(json, series.ValueTitle, series.Percent);
    }

    private void WritePosition(double value)
    {
        if (xAxis.Kind == AxisKind.Time)
            WriteTime(value);
        else if (xAxis.Kind == AxisKind.Category)
            json.WriteStringValue(xAxis.Categories[(int)value]);
        else
            json.WriteNumber(value);
    }

    private void WriteTime(double milliseconds)
    {
        DateTime time = UnixTime.ToDateTime((long)milliseconds);
        string pattern = time.Ticks % TimeSpan.TicksPerMinute == 0 ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd HH:mm:ss.fff";
        json.WriteStringValue(time.ToString(pattern, CultureInfo.InvariantCulture));
    }

    private static string Symbol(MarkerShape shape) => shape switch
    {
        MarkerShape.TriangleUp => "triangle-up",
        MarkerShape.TriangleDown => "triangle-down",
        MarkerShape.Cross => "x",
        _ => "circle",
    };
}
