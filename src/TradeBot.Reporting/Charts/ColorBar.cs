namespace TradeBot.Reporting;

/// <summary>A colour bar: maps values to colours, with ticks.</summary>
/// <param name="Range">Lowest and highest value; around 0 where 0 has its own colour.</param>
/// <param name="Title">The name of the values; may be empty.</param>
/// <param name="Diverging">True when the middle colour is 0.</param>
/// <param name="Percent">True when values are fractions to be shown as percentages.</param>
internal sealed record ColorBar(ChartBounds Range, string Title, bool Diverging, bool Percent)
{
    /// <summary>The colours of a series; null where it has none of this kind.</summary>
    public static ColorBar? Of(ChartSeries series) => series switch
    {
        HeatmapSeries s => new ColorBar(RangeOf(s.Values.Span, s.Diverging), s.ValueTitle, s.Diverging, s.Percent),
        ContourSeries s => new ColorBar(RangeOf(s.Values.Span, diverging: false), s.ValueTitle, Diverging: false, Percent: false),
        ParallelSeries s => new ColorBar(RangeOf(s.Values.Span, diverging: false), s.ValueTitle, Diverging: false, Percent: false),
        _ => null,
    };

    /// <summary>The colour level of a finite value.</summary>
    public int Level(double value) => ColorScale.Level((value - Range.Minimum) / (Range.Maximum - Range.Minimum));

    /// <summary>The colour of a level.</summary>
    public string Color(int level) => ColorScale.Color(level, Diverging);

    /// <summary>Black or white, whichever is easier to read on a level.</summary>
    public string TextColor(int level) => ColorScale.TextColor(level, Diverging);

    /// <summary>A value as the text of a cell.</summary>
    public string Label(double value)
    {
        double scale = Percent ? 100 : 1;
        double step = NumberTicks.NiceStep(scale * (Range.Maximum - Range.Minimum) / 200);
        return NumberTicks.Label(scale * value, step, scale * Math.Max(Math.Abs(Range.Minimum), Math.Abs(Range.Maximum))) + (Percent ? "%" : "");
    }

    /// <summary>Ticks of the bar.</summary>
    public List<AxisTick> Ticks(int atMost) => NumberTicks.Linear(Range.Minimum, Range.Maximum, atMost, Percent);

    // (0, 1) where there is no value, half a unit around where all are equal.
    private static ChartBounds RangeOf(ReadOnlySpan<double> values, bool diverging)
    {
        var bounds = ChartBounds.Of(values);
        double reach = Math.Max(Math.Abs(bounds.Minimum), Math.Abs(bounds.Maximum));
        if (bounds.IsEmpty)
            return diverging ? new ChartBounds(-1, 1) : new ChartBounds(0, 1);
        if (diverging)
            return reach > 0 ? new ChartBounds(-reach, reach) : new ChartBounds(-1, 1);

        return bounds.Minimum < bounds.Maximum ? bounds : new ChartBounds(bounds.Minimum - 0.5, bounds.Maximum + 0.5);
    }
}
