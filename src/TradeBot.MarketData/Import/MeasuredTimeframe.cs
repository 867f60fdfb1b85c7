namespace TradeBot.MarketData;

/// <summary>The timeframe that the distances between rows suggest.</summary>
internal static class MeasuredTimeframe
{
    private const long ShortestMonth = 28 * UnixTime.MillisecondsPerDay, LongestMonth = 31 * UnixTime.MillisecondsPerDay;
    private const long LongestMeasured = 366 * UnixTime.MillisecondsPerDay;

    /// <summary>The timeframe as long as the most frequent distance; null when no timeframe is.</summary>
    public static Timeframe? Of(IReadOnlyList<long> times)
    {
        if (UsualDistance(times) is not { } usual)
            return null;
        if (usual is >= ShortestMonth and <= LongestMonth)
            return Timeframe.OneMonth;

        return usual % UnixTime.MillisecondsPerMinute == 0 && usual <= LongestMeasured ? Timeframe.Of(TimeSpan.FromMilliseconds(usual)) : null;
    }

    /// <summary>The most frequent distance in milliseconds, of equals the shortest; null when no two times differ.</summary>
    public static long? UsualDistance(IReadOnlyList<long> times)
    {
        Dictionary<long, int> distances = [];
        for (int i = 1; i < times.Count; i++)
        {
            long distance = Math.Abs(times[i] - times[i - 1]);
            if (distance > 0)
                distances[distance] = distances.GetValueOrDefault(distance) + 1;
        }

        return distances.Count == 0 ? null : distances.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).First().Key;
    }
}
