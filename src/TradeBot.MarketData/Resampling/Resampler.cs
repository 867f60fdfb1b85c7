namespace TradeBot.MarketData;

/// <summary>Resamples candles to a longer timeframe.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>Buckets start at <see cref="Timeframe.OpenOf"/>; a bucket has its own open time, whatever the time of its first candle.</item>
/// <item>Open is the first candle's, close the last one's, high and low the extremes, volume and turnover the sums.</item>
/// <item>A bucket with missing candles is kept, and the present ones are counted (<see cref="ResampledCandles.SourceCounts"/>).</item>
/// <item>A bucket counts as synthetic only when every candle in it is: one real minute makes a real hour.</item>
/// <item>A bucket without any candle is absent: nothing is invented.</item>
/// <item>
/// The first and last bucket are kept when complete: when the recording starts at the open or ends at the close, or the market is closed in between.
/// For buckets of a day and longer this is inferred from the candles: nothing in the two adjacent weeks at the same time of the week, or, in a short recording, on adjacent days at the
/// same time of day. So a month that opens on a weekend starts with its first Monday, and the day of a stock exchange with its session. 1 January counts as closed
/// where Saturdays are.
/// </item>
/// <item>A first or last bucket that may be incomplete is left out and listed in <see cref="ResampledCandles.LeftOut"/>, or kept with <see cref="PartialPeriods.Keep"/>.</item>
/// </list>
/// A recording starts with its first candle's open and ends with its last one's close, unless specified otherwise: only the
/// caller can know whether silence at either end was part of it. With the same start and end, resampling
/// in two steps gives what one step gives; sums of volume may differ in the last bits.
/// <see cref="CandleAggregator"/> makes the same candles one by one: whether the first is complete is decided with the first candle of the second.
/// </remarks>
public static class Resampler
{
    /// <summary>Resamples candles to a longer timeframe.</summary>
    /// <param name="series">The shorter candles.</param>
    /// <param name="timeframe">The series' own timeframe, which returns the series itself, or a multiple of it.</param>
    /// <param name="partial">How to treat a first or last candle that may be incomplete.</param>
    /// <exception cref="ArgumentException">The timeframe is not a multiple of the series' timeframe.</exception>
    public static CandleSeries Resample(this CandleSeries series, Timeframe timeframe, PartialPeriods partial = PartialPeriods.Drop) =>
        Run(series, timeframe, partial: partial).Series;

    /// <summary>Like <see cref="Resample"/>, with the number of source candles in each.</summary>
    /// <inheritdoc cref="Resample"/>
    /// <param name="series">The shorter candles.</param>
    /// <param name="timeframe">As for <see cref="Resample"/>.</param>
    /// <param name="from">Start of the recording, UTC; the first candle's open when null.</param>
    /// <param name="until">End of the recording, UTC; the last candle's close when null.</param>
    /// <param name="partial">How to treat a first or last candle that may be incomplete.</param>
    public static ResampledCandles Run(
        CandleSeries series, Timeframe timeframe, DateTime? from = null, DateTime? until = null, PartialPeriods partial = PartialPeriods.Drop)
    {
        ArgumentNullException.ThrowIfNull(series);
        RequireWhole(series.Timeframe, timeframe);
        if (timeframe == series.Timeframe)
            return new ResampledCandles(series, Enumerable.Repeat(1, series.Count).ToArray(), []);

        var builder = new BucketBuilder(series, timeframe);
        ReadOnlySpan<long> times = series.OpenTimes;
        List<DateTime> leftOut = [];
        for (int start = 0; start < series.Count;)
        {
            long open = timeframe.OpenOf(times[start]);
            long close = timeframe.NextOpen(open);
            int next = start + 1;
            while (next < series.Count && times[next] < close)
                next++;

            if (partial == PartialPeriods.Keep || (IsBegun(series, timeframe, open, next, from) && IsEnded(series, timeframe, open, close, next, until)))
                builder.Add(open, start, next);
            else
                leftOut.Add(UnixTime.ToDateTime(open));
            start = next;
        }

        return builder.Build(leftOut);
    }

    /// <summary>Whether candles of one timeframe consist of whole candles of another.</summary>
    public static bool CanResample(Timeframe from, Timeframe to) => to.IsMadeOf(from);

    private static void RequireWhole(Timeframe from, Timeframe timeframe)
    {
        if (!CanResample(from, timeframe))
            throw new ArgumentException(
                $"{timeframe} candles do not consist of whole {from} candles; accepted are multiples of it, such as {string.Join(", ", Timeframe.Usual.Where(t => CanResample(from, t)))}.",
                nameof(timeframe));
    }

    // Only the first bucket, or those before a specified start, may lack a part before the recording.
    private static bool IsBegun(CandleSeries series, Timeframe timeframe, long open, int next, DateTime? from)
    {
        long begin = UnixTime.FromDateTime(from ?? series.OpenTimeAt(0));
        if (open >= begin)
            return true;

        // Of the candles after the bucket only one counts, as for a stream.
        ReadOnlySpan<long> known = series.OpenTimes[..Math.Min(next + 1, series.Count)];
        return next < series.Count && begin < known[^1] && MarketSilence.AppliesTo(timeframe) && MarketSilence.Before(known, series.Timeframe, open, begin);
    }

    private static bool IsEnded(CandleSeries series, Timeframe timeframe, long open, long close, int next, DateTime? until)
    {
        long end = UnixTime.FromDateTime(until ?? series.CloseTimeAt(series.Count - 1));
        return close <= end
            || (end > open && next == series.Count && MarketSilence.AppliesTo(timeframe) && MarketSilence.After(series.OpenTimes, series.Timeframe, end, close));
    }
}

/// <summary>How to treat a first or last longer candle that may be incomplete.</summary>
public enum PartialPeriods
{
    /// <summary>Drop it: its open, extremes, close and volume may be incomplete.</summary>
    Drop,

    /// <summary>Keep it, from the candles present.</summary>
    Keep,
}
