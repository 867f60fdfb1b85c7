using TradeBot.MarketData;

namespace TradeBot.Reporting.Tests.Charts;

/// <summary>One chart of every kind, and the awkward ones.</summary>
internal static class Gallery
{
    public static readonly IReadOnlyDictionary<string, Chart> Charts = new Dictionary<string, Chart>
    {
        ["line"] = Chart.Line(Samples.Days(400), Samples.Ramp(400), "Equity").WithTitle("Equity").WithYAxis("Equity", "USDT"),
        ["two lines"] = Chart.Line(Samples.Ramp(9), Samples.Ramp(9), "a").AddLine(Samples.Ramp(9), Samples.Ramp(9), "b", dashed: true).AddLevel(4, "Half"),
        ["area under line"] = Chart.Line(Samples.Days(90), Samples.Ramp(90), "Equity").WithPanelBelow(
            Chart.Area(Samples.Days(90), [.. Samples.Ramp(90).Select(v => -v / 1000)], "Drawdown").WithYAxis("Drawdown", percent: true)),
        ["candles"] = Chart.Candles(Samples.Walk(120, Timeframe.OneHour, "BTCUSDT", 40, 41, 42)),
        ["many candles"] = Chart.Candles(Samples.Walk(9000, Timeframe.FiveMinutes)),
        ["two days of minutes"] = Chart.Candles(Samples.Walk(2880, Timeframe.OneMinute), volume: false),
        ["markers"] = Chart.Candles(Samples.Walk(30, Timeframe.OneDay))
            .AddMarkers(Samples.Days(3), new double[] { 99, 100, 101 }, "Buy", MarkerShape.TriangleUp, ChartColor.Green)
            .AddMarkers(Samples.Days(3), new double[] { 100, 101, 102 }, "Sell", MarkerShape.TriangleDown, ChartColor.Vermilion)
            .AddMarkers(Samples.Days(3), new double[] { 100, 101, 102 }, "Stop", MarkerShape.Cross),
        ["bars"] = Chart.Bars(new[] { "Jan", "Feb", "Mar", "a category with a rather long name" }, new double[] { 1, -2, 3, 0.5 }),
        ["signed bars"] = new Chart().AddBars(Samples.Days(12), new double[] { 1, -2, 3, 4, -1, 2, 3, -1, 1, 1, 1, 1 }, "Return", colorBySign: true),
        ["ranking"] = Chart.Ranking(["return(60)", "rsi(14)", "hour of day"], new double[] { 0.4, 0.2, -0.1 }, "Importance"),
        ["histogram"] = Chart.Histogram(new double[] { 1, 2, 2, 3, 3, 3, 4, 4, 5 }, name: "Return"),
        ["scatter"] = Chart.Scatter(Samples.Ramp(50), Samples.Ramp(50), "points").WithYAxis("Loss", log: true),
        ["heat map"] = Chart.Heatmap(new[] { 5, 10, 20 }, new[] { 20, 50 }, new[,] { { 0.1, 0.5, double.NaN }, { 1.2, -0.3, 0.7 } }, "Sharpe")
            .WithXAxis("fast").WithYAxis("slow"),
        ["large heat map"] = Chart.Heatmap(ChartValues.Positions(60), ChartValues.Positions(40), LargeGrid(), "Sharpe"),
        ["diverging heat map"] = Chart.Heatmap(new[] { "a", "b" }, new[] { 1 }, new[,] { { -0.02, 0.01 } }, "Return", diverging: true, percent: true),
        ["calendar"] = Chart.Calendar(Samples.Days(90), [.. Samples.Ramp(90).Select(v => v / 1000 - 0.04)], "Return").WithTitle("Return by day"),
        ["empty calendar"] = Chart.Calendar([], Array.Empty<double>(), "Return"),
        ["boxes"] = Chart.Boxes(["Mon", "Tue", "none"], [[1, 2, 3, 4, 50], [2, double.NaN, 3], []], "Return"),
        ["contour"] = Chart.Contour(Samples.Ramp(9), Samples.Ramp(7), Hill(7, 9), "Sharpe").WithXAxis("fast").WithYAxis("slow"),
        ["contour with a hole"] = Chart.Contour(Samples.Ramp(3), Samples.Ramp(2), new[,] { { 0, 1, double.NaN }, { 1, 2, 3 } }),
        ["parallel coordinates"] = Chart.Parallel(
            [new ParallelDimension("fast", new double[] { 5, 10, 20 }), ParallelDimension.OfNames("kind", ["ema", "sma", "ema"]), new ParallelDimension("slow", new[] { 50, double.NaN, 70 })],
            new double[] { 0.5, 1.5, double.NaN }, "Sharpe"),
        ["annotated declines"] = Chart.Line(Samples.Days(60), [.. Samples.Ramp(60).Select(v => 100 + 10 * Math.Sin(v / 5))], "Equity")
            .Shade(Samples.Start.AddDays(8), Samples.Start.AddDays(30), "Below a peak").Annotate(Samples.Start.AddDays(23), 90, "-18.2%, back after 22 days"),
        ["long title"] = Chart.Line(Samples.Ramp(5)).WithTitle(string.Join(' ', Enumerable.Repeat("A title that goes on", 9)), "and a subtitle"),
        ["constant"] = Chart.Line(new double[] { 3, 3, 3 }),
        ["one point"] = Chart.Line(Samples.Days(1), new double[] { 3 }),
        ["unknown"] = Chart.Line(new[] { double.NaN, double.NaN }),
        ["empty"] = Chart.Line(Array.Empty<double>()),
        ["no candles"] = Chart.Candles(Samples.Walk(0, Timeframe.OneHour)),
    };

    private static double[,] Hill(int rows, int columns)
    {
        double[,] grid = new double[rows, columns];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
                grid[row, column] = 10 - (row - 3) * (row - 3) - (column - 4) * (column - 4) / 2.0;
        }

        return grid;
    }

    private static double[,] LargeGrid()
    {
        double[,] grid = new double[40, 60];
        for (int row = 0; row < 40; row++)
        {
            for (int column = 0; column < 60; column++)
                grid[row, column] = Math.Sin(row / 9.0) * Math.Cos(column / 13.0);
        }

        return grid;
    }
}
