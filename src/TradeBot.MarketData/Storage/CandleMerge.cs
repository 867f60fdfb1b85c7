using System.Runtime.InteropServices;

namespace TradeBot.MarketData;

/// <summary>Merges two series of one symbol and timeframe.</summary>
internal static class CandleMerge
{
    /// <summary>All candles of both, in time order; where both have one, the newer write replaces the whole candle.</summary>
    public static CandleSeries Union(CandleSeries stored, CandleSeries written)
    {
        var merged = new CandleBuilder(
            checked(stored.Count + written.Count), stored.HasTurnover || written.HasTurnover, stored.HasSynthetic || written.HasSynthetic);
        int i = 0, j = 0;
        while (i < stored.Count || j < written.Count)
        {
            long left = i < stored.Count ? stored.OpenTimes[i] : long.MaxValue;
            long right = j < written.Count ? written.OpenTimes[j] : long.MaxValue;
            merged.Add(right <= left ? CandleRow.Of(written, j) : CandleRow.Of(stored, i));
            if (left <= right)
                i++;
            if (right <= left)
                j++;
        }

        return merged.ToSeries(written.Symbol, written.Timeframe);
    }

    /// <summary>The changes made by a union.</summary>
    public static CandleStoreChange Compare(CandleSeries stored, CandleSeries written)
    {
        int added = 0, replaced = 0, i = 0;
        for (int j = 0; j < written.Count; j++)
        {
            while (i < stored.Count && stored.OpenTimes[i] < written.OpenTimes[j])
                i++;
            if (i == stored.Count || stored.OpenTimes[i] != written.OpenTimes[j])
                added++;
            else if (!CandleRow.Of(stored, i).Equals(CandleRow.Of(written, j)))
                replaced++;
        }

        return new CandleStoreChange(added, replaced, written.Count - added - replaced);
    }

    /// <summary>The newest candles.</summary>
    public static CandleSeries Newest(CandleSeries series, int count) =>
        series.Count <= count ? series : series.Slice(series.Count - count, count);

    /// <summary>True when all columns are bit-identical.</summary>
    public static bool AreSame(CandleSeries left, CandleSeries right) =>
        left.OpenTimes.SequenceEqual(right.OpenTimes)
        && AreSame(left.Open, right.Open) && AreSame(left.High, right.High) && AreSame(left.Low, right.Low)
        && AreSame(left.Close, right.Close) && AreSame(left.Volume, right.Volume) && AreSame(left.Turnover, right.Turnover)
        && left.Synthetic.SequenceEqual(right.Synthetic);

    private static bool AreSame(ReadOnlySpan<double> left, ReadOnlySpan<double> right) =>
        MemoryMarshal.AsBytes(left).SequenceEqual(MemoryMarshal.AsBytes(right));
}
