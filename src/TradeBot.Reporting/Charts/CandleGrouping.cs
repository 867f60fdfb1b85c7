using TradeBot.MarketData;

namespace TradeBot.Reporting;

/// <summary>A candle as drawn: one candle, or several merged.</summary>
/// <param name="Center">Position of its middle, in milliseconds since 1970-01-01 UTC.</param>
/// <param name="Open">First price.</param>
/// <param name="High">Highest price.</param>
/// <param name="Low">Lowest price.</param>
/// <param name="Close">Last price.</param>
/// <param name="Volume">Sum of the volumes.</param>
internal readonly record struct DrawnCandle(double Center, double Open, double High, double Low, double Close, double Volume)
{
    /// <summary>True when the close is not below the open.</summary>
    public bool Rises => Close >= Open;
}

/// <summary>Candles as drawn, with their timeframe in the picture.</summary>
/// <param name="Timeframe">The series' own, or a longer one.</param>
/// <param name="Candles">Oldest first.</param>
/// <param name="Width">Time from one candle to the next, in milliseconds.</param>
internal readonly record struct CandleGrouping(Timeframe Timeframe, IReadOnlyList<DrawnCandle> Candles, double Width)
{
    /// <summary>Groups candles into the shortest timeframe that gives at most a number of candles.</summary>
    public static CandleGrouping Fit(CandleSeries series, int atMost)
    {
        if (series.Count == 0)
            return new CandleGrouping(series.Timeframe, [], 1);

        Timeframe timeframe = series.Timeframe;
        if (series.Count > atMost)
            timeframe = Timeframe.Usual.FirstOrDefault(t => t > series.Timeframe && Periods(series, t) <= atMost, Timeframe.OneMonth);
        return new CandleGrouping(timeframe, Group(series, timeframe), Length(timeframe, series.OpenTimes[0]));
    }

    private static long Periods(CandleSeries series, Timeframe timeframe) =>
        timeframe.CandlesBetween(timeframe.OpenOf(series.OpenTimes[0]), timeframe.OpenOf(series.OpenTimes[^1])) + 1;

    private static double Length(Timeframe timeframe, long open) => timeframe.NextOpen(timeframe.OpenOf(open)) - timeframe.OpenOf(open);

    private static List<DrawnCandle> Group(CandleSeries series, Timeframe timeframe)
    {
        ReadOnlySpan<long> times = series.OpenTimes;
        var candles = new List<DrawnCandle>();
        double half = Length(series.Timeframe, times[0]) / 2;
        for (int start = 0; start < times.Length;)
        {
            long open = timeframe.OpenOf(times[start]), next = timeframe.NextOpen(open);
            int end = start + 1;
            while (end < times.Length && times[end] < next)
                end++;
            candles.Add(Combine(series, start, end, (open + next) / 2.0 - half));
            start = end;
        }

        return candles;
    }

    private static DrawnCandle Combine(CandleSeries series, int start, int end, double center)
    {
        double high = double.NaN, low = double.NaN, volume = 0;
        for (int i = start; i < end; i++)
        {
            high = double.MaxNumber(high, series.High[i]);
            low = double.MinNumber(low, series.Low[i]);
            volume += series.Volume[i];
        }

        return new DrawnCandle(center, series.Open[start], high, low, series.Close[end - 1], volume);
    }
}
