namespace TradeBot.Reporting;

/// <summary>From the values of a heat map to colours and to the ticks of its colour bar.</summary>
internal static class HeatmapScale
{
    /// <summary>Lowest and highest value; (0, 1) where there is none, half a unit around where all are equal.</summary>
    public static ChartBounds Range(HeatmapSeries series)
    {
        var bounds = ChartBounds.Of(series.Values.Span);
        if (bounds.IsEmpty)
            return new ChartBounds(0, 1);

        return bounds.Minimum < bounds.Maximum ? bounds : new ChartBounds(bounds.Minimum - 0.5, bounds.Maximum + 0.5);
    }

    /// <summary>The colour level of a finite value.</summary>
    public static int Level(ChartBounds range, double value) =>
        ColorScale.Level((value - range.Minimum) / (range.Maximum - range.Minimum));

    /// <summary>Ticks of the colour bar.</summary>
    public static List<AxisTick> Ticks(HeatmapSeries series, int atMost)
    {
        ChartBounds range = Range(series);
        return NumberTicks.Linear(range.Minimum, range.Maximum, atMost);
    }
}
