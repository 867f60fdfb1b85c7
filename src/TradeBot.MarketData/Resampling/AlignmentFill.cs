namespace TradeBot.MarketData;

/// <summary>Aligns one series to given open times.</summary>
internal static class AlignmentFill
{
    /// <summary>The series with exactly the given open times, and which of them it really has.</summary>
    public static (CandleSeries Series, bool[] Present) Onto(long[] times, CandleSeries series, bool forwardFill)
    {
        int[] sources = Sources(times, series, out bool[] present);
        double[] close = Take(series.Close, sources, present);
        if (forwardFill)
            Carry(close, sources, series.Close);

        double[] Prices(ReadOnlySpan<double> column) => WithFill(Take(column, sources, present), close, present);
        double[] Amounts(ReadOnlySpan<double> column)
        {
            double[] amounts = Take(column, sources, present);
            for (int i = 0; forwardFill && i < amounts.Length; i++)
            {
                if (!present[i] && sources[i] >= 0)
                    amounts[i] = 0;
            }

            return amounts;
        }

        bool[] synthetic = new bool[times.Length];
        for (int i = 0; i < synthetic.Length; i++)
            synthetic[i] = present[i] ? series.IsSynthetic(sources[i]) : forwardFill && sources[i] >= 0;

        var aligned = new CandleSeries(
            series.Symbol, series.Timeframe, times, Prices(series.Open), Prices(series.High), Prices(series.Low), close,
            Amounts(series.Volume), series.HasTurnover ? Amounts(series.Turnover) : default(ReadOnlyMemory<double>),
            synthetic.Contains(true) ? synthetic : default(ReadOnlyMemory<bool>));
        return (aligned, present);
    }

    // For each time the index of the last candle at or before it, −1 for none.
    private static int[] Sources(long[] times, CandleSeries series, out bool[] present)
    {
        int[] sources = new int[times.Length];
        present = new bool[times.Length];
        ReadOnlySpan<long> opens = series.OpenTimes;
        int last = -1;
        for (int i = 0; i < times.Length; i++)
        {
            while (last + 1 < opens.Length && opens[last + 1] <= times[i])
                last++;
            sources[i] = last;
            present[i] = last >= 0 && opens[last] == times[i];
        }

        return sources;
    }

    private static double[] Take(ReadOnlySpan<double> column, int[] sources, bool[] present)
    {
        double[] values = new double[sources.Length];
        for (int i = 0; i < values.Length; i++)
            values[i] = present[i] ? column[sources[i]] : double.NaN;
        return values;
    }

    private static void Carry(double[] close, int[] sources, ReadOnlySpan<double> column)
    {
        for (int i = 0; i < close.Length; i++)
        {
            if (sources[i] >= 0)
                close[i] = column[sources[i]];
        }
    }

    private static double[] WithFill(double[] prices, double[] close, bool[] present)
    {
        for (int i = 0; i < prices.Length; i++)
        {
            if (!present[i])
                prices[i] = close[i];
        }

        return prices;
    }
}
