using TradeBot.MarketData;

namespace TradeBot.Learning;

/// <summary>The label of every candle of a series.</summary>
/// <param name="Values">What is to be predicted; NaN where the future is missing.</param>
/// <param name="Returns">What a position over the label's span returns, long unless the label says otherwise, as a fraction; NaN where the value is.</param>
/// <param name="Starts">When the decision is made, the candle's close, in milliseconds since 1970-01-01 UTC.</param>
/// <param name="Ends">When the value is known, in milliseconds since 1970-01-01 UTC; the start where the value is NaN.</param>
public sealed record LabelColumn(double[] Values, double[] Returns, long[] Starts, long[] Ends)
{
    /// <summary>A column in which every label is missing, to fill in.</summary>
    public static LabelColumn Missing(CandleSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        long[] starts = new long[series.Count];
        for (int t = 0; t < starts.Length; t++)
            starts[t] = series.Timeframe.NextOpen(series.OpenTimes[t]);
        double[] values = new double[series.Count];
        Array.Fill(values, double.NaN);
        return new LabelColumn(values, [.. values], starts, [.. starts]);
    }
}
