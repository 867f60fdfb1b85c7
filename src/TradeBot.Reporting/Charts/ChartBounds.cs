namespace TradeBot.Reporting;

/// <summary>The range of values on an axis.</summary>
/// <param name="Minimum">Lowest value; NaN when there is none.</param>
/// <param name="Maximum">Highest value; NaN when there is none.</param>
internal readonly record struct ChartBounds(double Minimum, double Maximum)
{
    /// <summary>No values.</summary>
    public static ChartBounds None { get; } = new(double.NaN, double.NaN);

    /// <summary>True when there is no value.</summary>
    public bool IsEmpty => double.IsNaN(Minimum);

    /// <summary>The horizontal range of a series.</summary>
    public static ChartBounds OfX(ChartSeries series) => series switch
    {
        CandlestickSeries s => OfTimes(s.Candles),
        VolumeSeries s => OfTimes(s.Candles),
        HeatmapSeries s => new ChartBounds(-0.5, s.Columns - 0.5),
        BoxSeries s => new ChartBounds(-0.5, s.Boxes.Length - 0.5),
        ParallelSeries s => new ChartBounds(-0.5, s.Dimensions.Length - 0.5),
        ContourSeries s => Of(s.X.Span),
        BarSeries s => Of(s.X.Span).Widen(s.Width / 2),
        HorizontalBarSeries s => Of(s.X.Span).With(0),
        XySeries s => Of(s.X.Span),
        _ => None,
    };

    /// <summary>The vertical range of a series; on a logarithmic axis of its positive values.</summary>
    public static ChartBounds OfY(ChartSeries series, bool log) => series switch
    {
        CandlestickSeries s => Of(s.Candles.Low, log).With(Of(s.Candles.High, log)),
        HeatmapSeries s => new ChartBounds(-0.5, s.Rows - 0.5),
        BoxSeries s => s.Boxes.Aggregate(None, (bounds, box) => bounds.With(Of([box.Low, box.High, .. box.Outliers.Span], log))),
        ParallelSeries => new ChartBounds(0, 1),
        ContourSeries s => Of(s.Y.Span),
        AreaSeries s when !log => Of(s.Y.Span).With(s.Baseline),
        BarSeries s when !log => Of(s.Y.Span).With(0),
        HorizontalBarSeries s => Of(s.Y.Span).Widen(0.5),
        XySeries s => Of(s.Y.Span, log),
        _ => None,
    };

    /// <summary>The range of the finite values.</summary>
    public static ChartBounds Of(ReadOnlySpan<double> values, bool positiveOnly = false)
    {
        double minimum = double.PositiveInfinity, maximum = double.NegativeInfinity;
        foreach (double value in values)
        {
            if (!double.IsFinite(value) || (positiveOnly && value <= 0))
                continue;

            minimum = Math.Min(minimum, value);
            maximum = Math.Max(maximum, value);
        }

        return minimum <= maximum ? new ChartBounds(minimum, maximum) : None;
    }

    /// <summary>The range that includes both.</summary>
    public ChartBounds With(ChartBounds other) =>
        new(double.MinNumber(Minimum, other.Minimum), double.MaxNumber(Maximum, other.Maximum));

    /// <summary>The range extended by a value.</summary>
    public ChartBounds With(double value) => With(new ChartBounds(value, value));

    private ChartBounds Widen(double by) => new(Minimum - by, Maximum + by);

    private static ChartBounds OfTimes(MarketData.CandleSeries candles)
    {
        if (candles.Count == 0)
            return None;

        long first = candles.OpenTimes[0], last = candles.OpenTimes[^1];
        double half = (candles.Timeframe.NextOpen(first) - first) / 2.0;
        return new ChartBounds(first - half, last + half);
    }
}
