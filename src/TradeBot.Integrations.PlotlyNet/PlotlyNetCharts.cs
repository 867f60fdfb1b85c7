using Microsoft.FSharp.Core;
using Plotly.NET;
using TradeBot.MarketData;
using TradeBot.Reporting;
using Chart = TradeBot.Reporting.Chart;
using Plot = Plotly.NET.CSharp.Chart;

namespace TradeBot.Integrations.PlotlyNet;

/// <summary>Charts to and from Plotly.NET.</summary>
public static class PlotlyNetCharts
{
    /// <summary>The chart's data as one of Plotly.NET, to be styled there: a subplot per panel, each series under its name.</summary>
    /// <remarks>Titles, colours, levels and shaded stretches stay behind: the style is Plotly.NET's to give.</remarks>
    /// <exception cref="ArgumentException">The chart has no series, or a kind that Plotly.NET's C# surface has no counterpart of.</exception>
    public static GenericChart ToPlotlyNet(this Chart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        GenericChart[] panels = [.. chart.Panels.Where(panel => !panel.Series.IsEmpty).Select(panel => Panel(chart, panel))];
        return panels.Length switch
        {
            0 => throw new ArgumentException("The chart has no series: there is nothing to convert.", nameof(chart)),
            1 => panels[0],
            _ => Plot.Grid(panels, panels.Length, 1),
        };
    }

    /// <summary>A TradeBot chart from a Plotly.NET chart: lines, areas, markers, bars, candles and heat maps, a panel per vertical axis.</summary>
    /// <exception cref="ArgumentException">A trace is of another kind; the message names it.</exception>
    public static Chart ToChart(this GenericChart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        return PlotlyFigure.Read(GenericChart.toFigureJson(chart));
    }

    /// <summary>A copy whose page contains plotly.js; otherwise Plotly.NET's pages load it from the network.</summary>
    public static GenericChart Offline(this GenericChart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        DisplayOptions options = DisplayOptions.init(
            DocumentTitle: null, DocumentCharset: null, DocumentDescription: null, DocumentFavicon: null, AdditionalHeadTags: null, ChartDescription: null,
            PlotlyJSReference: FSharpOption<PlotlyJSReference>.Some(PlotlyJSReference.Full));
        return GenericChart.setDisplayOptions(options, chart);
    }

    private static GenericChart Panel(Chart chart, ChartPanel panel)
    {
        GenericChart[] traces = [.. panel.Series.Select(series => Trace(chart.XAxis, series))];
        return traces.Length == 1 ? traces[0] : Plot.Combine(traces);
    }

    private static GenericChart Trace(ChartAxis axis, ChartSeries series) => series switch
    {
        CandlestickSeries { Candles: var candles } => Plot.Candlestick<double, DateTime, string>(
            candles.Open.ToArray(), candles.High.ToArray(), candles.Low.ToArray(), candles.Close.ToArray(),
            X: new Plotly.NET.CSharp.Optional<IEnumerable<DateTime>>(Times(candles), true), MultiX: default, Name: series.Name),
        VolumeSeries { Candles: var candles } => Plot.Column<double, DateTime, string>(candles.Volume.ToArray(), Times(candles), Name: series.Name),
        BarSeries bars => Bars(axis, bars),
        LineSeries or AreaSeries => Line(axis, (XySeries)series),
        _ => throw new ArgumentException($"A {series.GetType().Name} has no counterpart; accepted are candles, volume, bars, lines and areas.", nameof(series)),
    };

    private static GenericChart Line(ChartAxis axis, XySeries series) => axis.Kind switch
    {
        AxisKind.Time => Plot.Line<DateTime, double, string>(Times(series), series.Y.ToArray(), Name: series.Name),
        AxisKind.Category => Plot.Line<string, double, string>(Names(axis, series), series.Y.ToArray(), Name: series.Name),
        _ => Plot.Line<double, double, string>(series.X.ToArray(), series.Y.ToArray(), Name: series.Name),
    };

    private static GenericChart Bars(ChartAxis axis, BarSeries series) => axis.Kind switch
    {
        AxisKind.Time => Plot.Column<double, DateTime, string>(series.Y.ToArray(), Times(series), Name: series.Name),
        AxisKind.Category => Plot.Column<double, string, string>(series.Y.ToArray(), Names(axis, series), Name: series.Name),
        _ => Plot.Column<double, double, string>(series.Y.ToArray(), series.X.ToArray(), Name: series.Name),
    };

    private static DateTime[] Times(CandleSeries candles) => Array.ConvertAll(candles.OpenTimes.ToArray(), UnixTime.ToDateTime);

    private static DateTime[] Times(XySeries series) => Array.ConvertAll(series.X.ToArray(), time => UnixTime.ToDateTime((long)time));

    private static string[] Names(ChartAxis axis, XySeries series) => Array.ConvertAll(series.X.ToArray(), place => axis.Categories[(int)place]);
}
