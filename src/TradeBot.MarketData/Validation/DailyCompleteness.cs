namespace TradeBot.MarketData;

/// <summary>Counts the candles of each day.</summary>
internal static class DailyCompleteness
{
    /// <param name="times">Distinct open times on the grid, in order.</param>
    /// <param name="timeframe">Their grid.</param>
    public static IReadOnlyList<CompletenessPoint> Of(ReadOnlySpan<long> times, Timeframe timeframe)
    {
        if (times.IsEmpty)
            return [];

        Timeframe bucket = timeframe < Timeframe.OneDay ? Timeframe.OneDay : timeframe;
        long end = timeframe.NextOpen(times[^1]);
        List<CompletenessPoint> points = [];
        int i = 0;
        for (long start = bucket.OpenOf(times[0]); start < end; start = bucket.NextOpen(start))
        {
            long first = Math.Max(start, times[0]), next = Math.Min(bucket.NextOpen(start), end);
            int before = i;
            while (i < times.Length && times[i] < next)
                i++;
            points.Add(new CompletenessPoint(UnixTime.ToDateTime(start), (int)timeframe.CandlesBetween(first, next), i - before));
        }

        return points;
    }
}

/// <summary>Completeness of one day; for candles longer than a day, of each candle.</summary>
/// <param name="Start">Start of the day (or of the candle), UTC.</param>
/// <param name="Expected">Expected number of candles between the series' first and last.</param>
/// <param name="Present">Number of distinct candles present.</param>
public readonly record struct CompletenessPoint(DateTime Start, int Expected, int Present)
{
    /// <summary>Present divided by expected, from 0 to 1.</summary>
    public double Fraction => (double)Present / Expected;
}
