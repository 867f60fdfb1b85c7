namespace TradeBot.MarketData;

/// <summary>Makes longer candles of shorter ones.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>Buckets lie where <see cref="Timeframe.OpenOf"/> puts them; a bucket bears its open time, whatever the time of its first candle.</item>
/// <item>Open is the first candle's, close the last one's, high and low the extremes, volume and turnover the sums.</item>
/// <item>A bucket in which candles are missing is kept, and the present ones are counted (<see cref="ResampledCandles.SourceCounts"/>).</item>
/// <item>A bucket counts as synthetic only when every candle in it is: one real minute makes a real hour.</item>
/// <item>A bucket without any candle is absent: nothing is invented.</item>
/// <item>A bucket that closes after the series ends is left out: it may still be going on.</item>
/// <item>A bucket that opens before the series begins is left out: its open, extremes and volume would be of a part only.</item>
/// </list>
/// A series begins with its first candle's open and ends with its last one's close, unless told otherwise: only the
/// caller can know that a silence at either end was part of the record. With the same begin and end, resampling
/// in two steps gives what one step gives; sums of volume may differ in the last bits.
/// </remarks>
public static class Resampler
{
    /// <summary>Longer candles of shorter ones.</summary>
    /// <param name="series">The shorter candles.</param>
    /// <param name="timeframe">The series' own, which gives the series itself, or one whose candles are made of whole candles of the series.</param>
    /// <exception cref="ArgumentException">The timeframe is no whole number of the series' candles.</exception>
    public static CandleSeries Resample(this CandleSeries series, Timeframe timeframe) => Run(series, timeframe).Series;

    /// <summary>As <see cref="Resample"/>, with the number of candles that went into each.</summary>
    /// <inheritdoc cref="Resample"/>
    /// <param name="series">The shorter candles.</param>
    /// <param name="timeframe">As for <see cref="Resample"/>.</param>
    /// <param name="from">Since when the series is a record, UTC; the first candle's open when null.</param>
    /// <param name="until">Until when the series is a record, UTC; the last candle's close when null.</param>
    public static ResampledCandles Run(CandleSeries series, Timeframe timeframe, DateTime? from = null, DateTime? until = null)
    {
        ArgumentNullException.ThrowIfNull(series);
        RequireWhole(series.Timeframe, timeframe);
        if (timeframe == series.Timeframe)
            return new ResampledCandles(series, Enumerable.Repeat(1, series.Count).ToArray());

        (int start, int end) = WholeBuckets(series, timeframe, from, until);
        var builder = new BucketBuilder(series, timeframe);
        ReadOnlySpan<long> times = series.OpenTimes;
        while (start < end)
        {
            long open = timeframe.OpenOf(times[start]);
            long close = timeframe.NextOpen(open);
            int next = start + 1;
            while (next < end && times[next] < close)
                next++;

            builder.Add(open, start, next);
            start = next;
        }

        return builder.Build();
    }

    /// <summary>Whether candles of one timeframe are made of whole candles of another.</summary>
    public static bool CanResample(Timeframe from, Timeframe to) => to.IsMadeOf(from);

    private static void RequireWhole(Timeframe from, Timeframe timeframe)
    {
        if (!CanResample(from, timeframe))
            throw new ArgumentException(
                $"{timeframe} candles are not made of whole {from} candles; accepted are multiples of it, such as {string.Join(", ", Timeframe.Usual.Where(t => CanResample(from, t)))}.",
                nameof(timeframe));
    }

    // The candles at [start, end) are those of buckets that open and close within the record.
    private static (int Start, int End) WholeBuckets(CandleSeries series, Timeframe timeframe, DateTime? from, DateTime? until)
    {
        if (series.Count == 0)
            return (0, 0);

        long begin = UnixTime.FromDateTime(from ?? series.OpenTimeAt(0));
        long end = UnixTime.FromDateTime(until ?? series.CloseTimeAt(series.Count - 1));
        long firstOpen = timeframe.OpenOf(begin) == begin ? begin : timeframe.NextOpen(timeframe.OpenOf(begin));
        return (IndexAtOrAfter(series, firstOpen), IndexAtOrAfter(series, timeframe.OpenOf(end)));
    }

    private static int IndexAtOrAfter(CandleSeries series, long time)
    {
        int index = series.OpenTimes.BinarySearch(time);
        return index < 0 ? ~index : index;
    }
}
