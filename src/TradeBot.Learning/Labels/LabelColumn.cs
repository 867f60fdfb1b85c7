using TradeBot.MarketData;

namespace TradeBot.Learning;

/// <summary>The label of every candle of a series.</summary>
/// <param name="Values">The targets; NaN where the future is missing.</param>
/// <param name="Returns">Return of a position over the label's span, long unless the label says otherwise, as a fraction; NaN where the target is NaN.</param>
/// <param name="Starts">Decision time, the candle's close, in milliseconds since 1970-01-01 UTC.</param>
/// <param name="Ends">When the target is known, in milliseconds since 1970-01-01 UTC; equal to the start where the target is NaN.</param>
public sealed record LabelColumn(double[] Values, double[] Returns, long[] Starts, long[] Ends)
{
    /// <summary>A column with every label missing, to be filled in.</summary>
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
