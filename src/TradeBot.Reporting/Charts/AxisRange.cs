namespace TradeBot.Reporting;

/// <summary>Computes scale and ticks of an axis from its values.</summary>
internal static class AxisRange
{
    /// <summary>The scale that includes the bounds.</summary>
    /// <param name="axis">The axis; its fixed ends take precedence.</param>
    /// <param name="bounds">The range of the data; may be empty.</param>
    /// <param name="start">Position of the lower end.</param>
    /// <param name="end">Position of the upper end.</param>
    /// <param name="room">Space beyond the data, as a fraction of its range.</param>
    /// <param name="anchored">True to keep an end at 0.</param>
    public static AxisScale Scale(ChartAxis axis, ChartBounds bounds, double start, double end, double room, bool anchored)
    {
        bool log = axis.Kind == AxisKind.Log;
        if (bounds.IsEmpty)
            bounds = log ? new ChartBounds(1, 10) : new ChartBounds(0, 1);
        if (bounds.Minimum == bounds.Maximum)
            (bounds, room) = (Around(bounds.Minimum, axis.Kind), 0);

        (double low, double high) = log ? SpreadLog(bounds, room) : Spread(bounds, room, anchored);
        low = double.IsNaN(axis.Minimum) ? low : axis.Minimum;
        high = double.IsNaN(axis.Maximum) ? high : axis.Maximum;
        return new AxisScale(low, high, start, end, log);
    }

    /// <summary>The ticks of a scale.</summary>
    public static IReadOnlyList<AxisTick> Ticks(ChartAxis axis, AxisScale scale, int atMost) => axis.Kind switch
    {
        AxisKind.Time => TimeTicks.Between(scale.Minimum, scale.Maximum, Math.Abs(scale.End - scale.Start)),
        AxisKind.Log => NumberTicks.Logarithmic(scale.Minimum, scale.Maximum, atMost, axis.Percent),
        AxisKind.Category => Places(axis.Categories, atMost),
        _ => NumberTicks.Linear(scale.Minimum, scale.Maximum, atMost, axis.Percent),
    };

    private static List<AxisTick> Places(IReadOnlyList<string> categories, int atMost)
    {
        int every = Math.Max(1, (categories.Count + atMost - 1) / atMost);
        var ticks = new List<AxisTick>();
        for (int i = 0; i < categories.Count; i += every)
            ticks.Add(new AxisTick(i, categories[i]));
        return ticks;
    }

    private static ChartBounds Around(double value, AxisKind kind) => kind switch
    {
        AxisKind.Log => new ChartBounds(value / 2, value * 2),
        AxisKind.Time => new ChartBounds(value - 43_200_000, value + 43_200_000),
        _ => new ChartBounds(value - Math.Max(0.5, 0.01 * Math.Abs(value)), value + Math.Max(0.5, 0.01 * Math.Abs(value))),
    };

    private static (double Low, double High) Spread(ChartBounds bounds, double room, bool anchored)
    {
        double extra = room * (bounds.Maximum - bounds.Minimum);
        return (anchored && bounds.Minimum == 0 ? 0 : bounds.Minimum - extra, anchored && bounds.Maximum == 0 ? 0 : bounds.Maximum + extra);
    }

    private static (double Low, double High) SpreadLog(ChartBounds bounds, double room)
    {
        double factor = Math.Pow(bounds.Maximum / bounds.Minimum, room);
        return (bounds.Minimum / factor, bounds.Maximum * factor);
    }
}
