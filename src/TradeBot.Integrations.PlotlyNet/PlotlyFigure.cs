using System.Text.Json;
using TradeBot.MarketData;
using TradeBot.Reporting;

namespace TradeBot.Integrations.PlotlyNet;

/// <summary>Reads a figure in Plotly's schema as a TradeBot chart.</summary>
internal static class PlotlyFigure
{
    private const string Accepted = "scatter, bar, candlestick and heatmap";

    /// <exception cref="ArgumentException">A trace is of a kind that charts of ours do not have; the message names it.</exception>
    public static Chart Read(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        Chart[] panels =
        [
            .. document.RootElement.GetProperty("data").EnumerateArray()
                .GroupBy(trace => Text(trace, "yaxis", "y"))
                .OrderBy(group => group.Key.Length).ThenBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => group.Aggregate(new Chart(), Add)),
        ];
        if (panels.Length == 0)
            throw new ArgumentException("The figure has no trace: there is nothing to convert.", nameof(json));

        Chart chart = panels.Skip(1).Aggregate(panels[0], (all, panel) => all.WithPanelBelow(panel, height: 1));
        return document.RootElement.TryGetProperty("layout", out JsonElement layout) ? chart.WithTitle(TitleOf(layout)) : chart;
    }

    private static Chart Add(Chart chart, JsonElement trace)
    {
        string name = Text(trace, "name", "");
        return Text(trace, "type", "scatter") switch
        {
            "scatter" or "scattergl" => AddPoints(chart, trace, name),
            "bar" when Text(trace, "orientation", "v") == "v" => AddBars(chart, trace, name),
            "candlestick" => AddCandles(chart, trace, name),
            "heatmap" when Array.TrueForAll([.. chart.Panels], panel => panel.Series.IsEmpty) => Heatmap(trace, name),
            string other => throw new ArgumentException($"A trace is of the kind '{other}'; accepted are {Accepted}, a heat map alone and bars upright.", nameof(trace)),
        };
    }

    private static Chart AddPoints(Chart chart, JsonElement trace, string name)
    {
        double[] y = PlotlyColumn.Numbers(trace, "y");
        ChartValues x = PlotlyColumn.Positions(trace, "x", y.Length);
        if (!Text(trace, "mode", "lines").Contains("lines", StringComparison.Ordinal))
            return chart.AddMarkers(x, y, name);
        return Text(trace, "fill", "none") == "tozeroy" ? chart.AddArea(x, y, name) : chart.AddLine(x, y, name);
    }

    private static Chart AddBars(Chart chart, JsonElement trace, string name)
    {
        double[] y = PlotlyColumn.Numbers(trace, "y");
        return chart.AddBars(PlotlyColumn.Positions(trace, "x", y.Length), y, name);
    }

    private static Chart AddCandles(Chart chart, JsonElement trace, string name)
    {
        double[] open = PlotlyColumn.Numbers(trace, "open");
        ChartValues x = PlotlyColumn.Positions(trace, "x", open.Length);
        if (x.Kind != AxisKind.Time)
            throw new ArgumentException("The positions of candles must be times; those of a trace are not.", nameof(trace));

        long[] times = Array.ConvertAll(x.Numbers.ToArray(), time => (long)time);
        double[] unknown = new double[times.Length];
        Array.Fill(unknown, double.NaN);
        var candles = new CandleSeries(
            name.Length > 0 ? name : "candles", TimeframeOf(times), times, open,
            PlotlyColumn.Numbers(trace, "high"), PlotlyColumn.Numbers(trace, "low"), PlotlyColumn.Numbers(trace, "close"), unknown);
        return (chart with { XAxis = chart.XAxis with { Kind = AxisKind.Time } }).Add(new CandlestickSeries { Candles = candles, Name = name });
    }

    private static Chart Heatmap(JsonElement trace, string name)
    {
        double[][] rows = [.. trace.GetProperty("z").EnumerateArray().Select(row => PlotlyColumn.Numbers(Wrap(row), "z"))];
        double[,] z = new double[rows.Length, rows.Length == 0 ? 0 : rows[0].Length];
        for (int row = 0; row < rows.Length; row++)
        {
            for (int column = 0; column < rows[row].Length; column++)
                z[row, column] = rows[row][column];
        }

        return Chart.Heatmap(PlotlyColumn.Positions(trace, "x", z.GetLength(1)), PlotlyColumn.Positions(trace, "y", z.GetLength(0)), z, name);
    }

    /// <summary>The longest timeframe whose candles all fit between two neighbours.</summary>
    private static Timeframe TimeframeOf(long[] times)
    {
        long step = long.MaxValue;
        for (int i = 1; i < times.Length; i++)
            step = Math.Min(step, times[i] - times[i - 1]);
        Timeframe[] fitting = [.. Timeframe.Usual.Where(timeframe => timeframe.HasFixedLength && timeframe.Duration.TotalMilliseconds <= step)];
        return times.Length < 2 || fitting.Length == 0 ? Timeframe.OneMinute : fitting.Max();
    }

    private static JsonElement Wrap(JsonElement row) => JsonSerializer.SerializeToElement(new Dictionary<string, JsonElement> { ["z"] = row });

    private static string TitleOf(JsonElement layout)
    {
        if (!layout.TryGetProperty("title", out JsonElement title))
            return "";
        return title.ValueKind == JsonValueKind.String ? title.GetString()! : Text(title, "text", "");
    }

    private static string Text(JsonElement element, string name, string otherwise) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : otherwise;
}
