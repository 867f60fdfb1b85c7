namespace TradeBot.Exchanges.Emulator.Rest;

/// <summary>The rows of a figure that the exchange states once in a period, cut by time and into pages as its endpoints do.</summary>
/// <param name="period">Length of a period in milliseconds.</param>
/// <param name="launched">When the instrument was listed, in milliseconds since 1970-01-01 UTC.</param>
/// <param name="now">The exchange's clock.</param>
internal readonly struct HistorySlots(long period, long launched, long now)
{
    /// <summary>Times of the rows of a page, newest first, and the cursor of the next one.</summary>
    /// <param name="query">May hold startTime, endTime and cursor.</param>
    /// <param name="limit">Rows of a page at most.</param>
    /// <exception cref="RestRefusal">The cursor is none that was given out.</exception>
    public (IReadOnlyList<long> Times, string Cursor) Page(RestQuery query, int limit)
    {
        long end = Math.Min(query.Whole("endTime") ?? now, now), start = Math.Max(query.Whole("startTime") ?? 0, launched);
        long last = end / period, first = (start + period - 1) / period;
        long skipped = query.Page("cursor");
        List<long> times = [];
        for (long slot = last - skipped; slot >= first && times.Count < limit; slot--)
            times.Add(slot * period);
        bool hasMore = last - skipped - times.Count >= first;
        return (times, hasMore ? RestQuery.CursorOf(skipped + times.Count) : "");
    }
}
