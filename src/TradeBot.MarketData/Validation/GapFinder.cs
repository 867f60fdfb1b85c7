namespace TradeBot.MarketData;

/// <summary>Finds gaps in strictly increasing open times on the grid.</summary>
internal static class GapFinder
{
    private const int SmallestPage = 100;
    private const int FewestHoles = 3;

    /// <summary>The distinct open times on the grid, in order; the same times when already distinct.</summary>
    public static ReadOnlySpan<long> Distinct(ReadOnlySpan<long> times, Timeframe timeframe, bool isClean)
    {
        if (isClean)
            return times;

        long[] sorted = new long[times.Length];
        for (int i = 0; i < sorted.Length; i++)
            sorted[i] = timeframe.OpenOf(times[i]);
        Array.Sort(sorted);

        int count = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            if (i == 0 || sorted[i] != sorted[i - 1])
                sorted[count++] = sorted[i];
        }

        return sorted.AsSpan(0, count);
    }

    /// <summary>Adds a defect for each gap, and one for gaps that repeat with a page size.</summary>
    public static void Find(string symbol, Timeframe timeframe, ReadOnlySpan<long> times, List<CandleDefect> defects)
    {
        List<Hole> holes = [];
        long step = timeframe.HasFixedLength ? (long)timeframe.Duration.TotalMilliseconds : 0;
        int runStart = 0;
        for (int i = 1; i < times.Length; i++)
        {
            if (times[i] - times[i - 1] == step)
                continue;

            long missing = timeframe.CandlesBetween(times[i - 1], times[i]) - 1;
            if (missing == 0)
                continue;

            holes.Add(new Hole(timeframe.NextOpen(times[i - 1]), times[i], missing, i - runStart));
            runStart = i;
        }

        foreach (Hole hole in holes)
            defects.Add(Describe(symbol, timeframe, hole));
        if (Paging(symbol, timeframe, holes) is { } paging)
            defects.Add(paging);
    }

    private static CandleDefect Describe(string symbol, Timeframe timeframe, Hole hole)
    {
        DateTime from = UnixTime.ToDateTime(hole.From), to = UnixTime.ToDateTime(hole.To);
        string candles = hole.Missing == 1 ? "candle is" : "candles are";
        return new CandleDefect(
            symbol, timeframe, DefectKind.Gap, DefectSeverity.Warning, from, to, hole.Missing,
            FormattableString.Invariant($"{hole.Missing:N0} {candles} missing from {from:yyyy-MM-dd HH:mm} to {to:yyyy-MM-dd HH:mm}."));
    }

    // A market can pause at any time. The same number of candles present before the same number of
    // missing ones, repeatedly, indicates a download whose pages were shorter than its steps.
    private static CandleDefect? Paging(string symbol, Timeframe timeframe, List<Hole> holes)
    {
        var alike = holes
            .GroupBy(hole => (hole.PresentBefore, hole.Missing))
            .Where(group => group.Key.PresentBefore + group.Key.Missing >= SmallestPage && group.Count() >= FewestHoles)
            .MaxBy(group => group.Count());
        if (alike is null || alike.Count() * 2 < holes.Count)
            return null;

        (int present, long missing) = alike.Key;
        DateTime from = UnixTime.ToDateTime(alike.First().From), to = UnixTime.ToDateTime(alike.Last().To);
        return new CandleDefect(
            symbol, timeframe, DefectKind.PagingHoles, DefectSeverity.Error, from, to, missing * alike.Count(),
            FormattableString.Invariant(
                $"{present:N0} candles present, then {missing:N0} missing, {alike.Count():N0} times: a download that stepped by {present + missing:N0} and got pages of {present:N0}."));
    }

    private readonly record struct Hole(long From, long To, long Missing, int PresentBefore);
}
