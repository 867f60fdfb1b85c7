using TradeBot.Exchanges.Wire;
using TradeBot.MarketData;

namespace TradeBot.Exchanges.Rest;

/// <summary>The range of one request: candles that open in [Start, End].</summary>
/// <param name="Start">First open time, in milliseconds since 1970-01-01 UTC.</param>
/// <param name="End">Last open time.</param>
internal readonly record struct KlineWindow(long Start, long End)
{
    /// <summary>Splits a range into windows of one page each. They advance by time, never by what was received, because a market halt gives short pages.</summary>
    /// <param name="timeframe">Length of each candle.</param>
    /// <param name="from">First open time on the grid.</param>
    /// <param name="to">End of the open times, exclusive.</param>
    public static IEnumerable<KlineWindow> Cut(Timeframe timeframe, long from, long to)
    {
        for (long start = from; start < to;)
        {
            long end = start, next = timeframe.NextOpen(start);
            for (int i = 1; i < MarketRequests.KlineLimit && next < to; i++)
                (end, next) = (next, timeframe.NextOpen(next));
            yield return new KlineWindow(start, end);
            start = next;
        }
    }

    /// <summary>The rows of a page in time order, without rows outside the range, duplicates, or an unfinished candle.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <param name="timeframe">The timeframe.</param>
    /// <param name="rows">The page.</param>
    /// <param name="closedBy">The server's clock, in milliseconds since 1970-01-01 UTC: a candle that closes later is unfinished.</param>
    /// <exception cref="BybitException">A row is off the timeframe's grid.</exception>
    public CandleSeries ToSeries(string symbol, Timeframe timeframe, KlineRows rows, long closedBy)
    {
        int[] order = Order(rows, timeframe, closedBy);
        var times = new long[order.Length];
        var columns = new double[KlineRows.TradedWidth - 1][];
        int width = order.Length == 0 ? KlineRows.TradedWidth : rows.Width;
        for (int column = 1; column < KlineRows.TradedWidth; column++)
        {
            double[] values = columns[column - 1] = new double[order.Length];
            if (column >= width)
                Array.Fill(values, double.NaN);
        }

        for (int i = 0; i < order.Length; i++)
        {
            times[i] = rows.StartAt(order[i]);
            if (timeframe.OpenOf(times[i]) != times[i])
                throw new BybitException($"The exchange sent a {symbol} {timeframe} candle that opens at {UnixTime.ToDateTime(times[i]):u}, which is not on the timeframe's grid.", BybitFault.Retryable);
            for (int column = 1; column < width; column++)
                columns[column - 1][i] = rows.ValueAt(order[i], column);
        }

        return new CandleSeries(
            symbol, timeframe, times, columns[0], columns[1], columns[2], columns[3], columns[4],
            width == KlineRows.TradedWidth ? columns[5] : default(ReadOnlyMemory<double>));
    }

    private int[] Order(KlineRows rows, Timeframe timeframe, long closedBy)
    {
        List<int> order = new(rows.Count);
        for (int row = rows.Count - 1; row >= 0; row--)
        {
            long start = rows.StartAt(row);
            if (start >= Start && start <= End && timeframe.NextOpen(start) <= closedBy)
                order.Add(row);
        }

        for (int i = 1; i < order.Count; i++)
        {
            if (rows.StartAt(order[i]) <= rows.StartAt(order[i - 1]))
                return [.. order.OrderBy(rows.StartAt).DistinctBy(rows.StartAt)];
        }

        return [.. order];
    }
}
