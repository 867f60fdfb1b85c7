namespace TradeBot.MarketData;

/// <summary>Several symbols on common open times: index i is the same time for all.</summary>
public sealed class AlignedCandles
{
    private readonly bool[][] _present;

    private AlignedCandles(AlignmentPolicy policy, CandleSeries[] series, bool[][] present) =>
        (Policy, Series, _present) = (policy, series, present);

    /// <summary>How absent candles were treated.</summary>
    public AlignmentPolicy Policy { get; }

    /// <summary>The aligned series, in the order given; all have the same open times.</summary>
    public IReadOnlyList<CandleSeries> Series { get; }

    /// <summary>Number of open times.</summary>
    public int Count => Series[0].Count;

    /// <summary>For each open time, whether the symbol at an index really has a candle there.</summary>
    public ReadOnlySpan<bool> Present(int symbolIndex) => _present[symbolIndex];

    /// <summary>Aligns several symbols to common open times.</summary>
    /// <param name="series">At least one, all of one timeframe.</param>
    /// <param name="policy">How to treat absent candles; there is no default, because each choice has a different bias.</param>
    /// <exception cref="ArgumentException">No series, or different timeframes.</exception>
    public static AlignedCandles Of(IReadOnlyList<CandleSeries> series, AlignmentPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(series);
        if (series.Count == 0)
            throw new ArgumentException("Need at least one series to align.", nameof(series));
        if (series.FirstOrDefault(other => other.Timeframe != series[0].Timeframe) is { } odd)
            throw new ArgumentException(
                $"{series[0].Symbol} has {series[0].Timeframe} candles and {odd.Symbol} {odd.Timeframe}: resample to one timeframe first.",
                nameof(series));

        long[] times = policy == AlignmentPolicy.Inner ? CommonTimes(series) : AllTimes(series);
        var aligned = new CandleSeries[series.Count];
        bool[][] present = new bool[series.Count][];
        for (int i = 0; i < aligned.Length; i++)
            (aligned[i], present[i]) = AlignmentFill.Onto(times, series[i], policy == AlignmentPolicy.ForwardFill);
        return new AlignedCandles(policy, aligned, present);
    }

    private static long[] AllTimes(IReadOnlyList<CandleSeries> series)
    {
        long[] times = new long[series.Sum(one => one.Count)];
        int filled = 0;
        foreach (CandleSeries one in series)
        {
            one.OpenTimes.CopyTo(times.AsSpan(filled));
            filled += one.Count;
        }

        Array.Sort(times);
        int distinct = 0;
        for (int i = 0; i < times.Length; i++)
        {
            if (i == 0 || times[i] != times[i - 1])
                times[distinct++] = times[i];
        }

        return times[..distinct];
    }

    private static long[] CommonTimes(IReadOnlyList<CandleSeries> series)
    {
        List<long> common = [];
        foreach (long time in series[0].OpenTimes)
        {
            bool everywhere = true;
            for (int i = 1; everywhere && i < series.Count; i++)
                everywhere = series[i].OpenTimes.BinarySearch(time) >= 0;
            if (everywhere)
                common.Add(time);
        }

        return [.. common];
    }
}
