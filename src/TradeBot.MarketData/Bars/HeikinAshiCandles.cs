namespace TradeBot.MarketData;

/// <summary>Heikin-Ashi candles: averaged prices, at which nothing was traded.</summary>
public static class HeikinAshiCandles
{
    /// <summary>Computes Heikin-Ashi candles with the same open times and volume.</summary>
    /// <param name="series">The candles to average.</param>
    /// <returns>
    /// Close is the mean of the four prices, open the midpoint of the previous body (of the same candle's body for the first),
    /// high and low include both. For signals only: a backtest on these prices would fill where nobody traded.
    /// </returns>
    /// <remarks>Source: D. Valcu, "Using the Heikin-Ashi Technique", <i>Stocks &amp; Commodities</i> 22(2), 2004.</remarks>
    public static CandleSeries HeikinAshi(this CandleSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        int count = series.Count;
        double[] open = new double[count], high = new double[count], low = new double[count], close = new double[count];
        for (int i = 0; i < count; i++)
        {
            close[i] = (series.Open[i] + series.High[i] + series.Low[i] + series.Close[i]) / 4;
            open[i] = i == 0 ? (series.Open[0] + series.Close[0]) / 2 : (open[i - 1] + close[i - 1]) / 2;
            high[i] = Math.Max(series.High[i], Math.Max(open[i], close[i]));
            low[i] = Math.Min(series.Low[i], Math.Min(open[i], close[i]));
        }

        return new CandleSeries(
            series.Symbol, series.Timeframe, series.OpenTimes.ToArray(), open, high, low, close, series.Volume.ToArray(),
            series.Turnover.ToArray(), series.Synthetic.ToArray());
    }
}
