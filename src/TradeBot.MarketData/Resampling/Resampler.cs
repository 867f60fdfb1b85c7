namespace TradeBot.MarketData;

/// <summary>Makes longer candles of shorter ones.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>Buckets lie where <see cref="Timeframe.OpenOf"/> puts them; a bucket bears its open time, whatever the time of its first candle.</item>
/// <item>Open is the first candle's, close the last one's, high and low the extremes, volume and turnover the sums.</item>
/// <item>A bucket in which candles are missing is kept, and the present ones are counted (<see cref="ResampledCandles.SourceCounts"/>).</item>
/// <item>A bucket without any candle is absent: nothing is invented.</item>
/// <item>The last bucket is left out unless the last candle closes it: it may still be going on.</item>
/// <item>The first bucket is left out unless the first candle opens it: its open, extremes and volume would be of a part only.</item>
/// </list>
/// Resampling in two steps gives what one step gives; sums of volume may differ in the last bits.
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
    public static ResampledCandles Run(CandleSeries series, Timeframe timeframe)
    {
        ArgumentNullException.ThrowIfNull(series);
        RequireWhole(series.Timeframe, timeframe);
        if (timeframe == series.Timeframe)
            return new ResampledCandles(series, Enumerable.Repeat(1, series.Count).ToArray());

        int start = FirstWholeBucket(series, timeframe);
        int end = EndOfLastClosedBucket(series, timeframe);
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
    public static bool CanResample(Timeframe from, Timeframe to)
    {
        if (from == to)
            return true;
        if (from > to || !from.HasFixedLength)
            return false;

        TimeSpan day = TimeSpan.FromDays(1);
        return to.HasFixedLength && to.Duration < day
            ? to.Duration.Ticks % from.Duration.Ticks == 0
            : from.Duration <= day; // every timeframe up to a day divides the day, and weeks and months are whole days
    }

    private static void RequireWhole(Timeframe from, Timeframe timeframe)
    {
        if (!CanResample(from, timeframe))
            throw new ArgumentException(
                $"{timeframe} candles are not made of whole {from} candles; accepted are {string.Join(", ", Timeframe.All.Where(t => CanResample(from, t)))}.",
                nameof(timeframe));
    }

    private static int FirstWholeBucket(CandleSeries series, Timeframe timeframe)
    {
        ReadOnlySpan<long> times = series.OpenTimes;
        if (times.IsEmpty || timeframe.OpenOf(times[0]) == times[0])
            return 0;

        long next = timeframe.NextOpen(timeframe.OpenOf(times[0]));
        int index = times.BinarySearch(next);
        return index < 0 ? ~index : index;
    }

    private static int EndOfLastClosedBucket(CandleSeries series, Timeframe timeframe)
    {
        ReadOnlySpan<long> times = series.OpenTimes;
        if (times.IsEmpty)
            return 0;

        long open = timeframe.OpenOf(times[^1]);
        if (series.Timeframe.NextOpen(times[^1]) >= timeframe.NextOpen(open))
            return times.Length;

        int index = times.BinarySearch(open);
        return index < 0 ? ~index : index;
    }
}
