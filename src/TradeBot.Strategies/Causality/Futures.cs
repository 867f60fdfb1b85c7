using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>Alternative futures for the same past.</summary>
internal static class Futures
{
    /// <summary>The candles that had closed at a time.</summary>
    public static CandleSeries Truncate(CandleSeries series, DateTime time) => series.Slice(0, ClosedAt(series, time));

    /// <summary>The same candles up to a time, and a different market after it.</summary>
    public static CandleSeries Perturb(CandleSeries series, DateTime time, int seed)
    {
        int start = ClosedAt(series, time);
        var random = new Random(seed);
        double[] open = series.Open.ToArray(), high = series.High.ToArray(), low = series.Low.ToArray();
        double[] close = series.Close.ToArray(), volume = series.Volume.ToArray(), turnover = series.Turnover.ToArray();
        double level = random.Next(2) == 0 ? 0.8 : 1.25;
        for (int i = start; i < series.Count; i++)
        {
            level *= 1 + (0.02 * (random.NextDouble() - 0.5));
            double before = i == 0 ? open[i] * level : close[i - 1];
            open[i] = before;
            close[i] *= level;
            high[i] = Math.Max(Math.Max(open[i], close[i]), high[i] * level);
            low[i] = Math.Min(Math.Min(open[i], close[i]), low[i] * level);
            volume[i] *= 0.5 + random.NextDouble();
            if (turnover.Length > 0)
                turnover[i] *= level;
        }

        return new CandleSeries(series.Symbol, series.Timeframe, series.OpenTimes.ToArray(), open, high, low, close, volume, turnover,
            series.Synthetic.ToArray());
    }

    /// <summary>Number of candles that had closed at a time.</summary>
    public static int ClosedAt(CandleSeries series, DateTime time)
    {
        int low = 0, high = series.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (series.CloseTimeAt(middle) <= time)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
