namespace TradeBot.MarketData;

/// <summary>Infers the timeframe from the distances between rows.</summary>
internal static class MeasuredTimeframe
{
    private const long ShortestMonth = 28 * UnixTime.MillisecondsPerDay, LongestMonth = 31 * UnixTime.MillisecondsPerDay;
    private const long LongestMeasured = 366 * UnixTime.MillisecondsPerDay;

    /// <summary>The timeframe of the most frequent distance; null when there is none.</summary>
    public static Timeframe? Of(IReadOnlyList<long> times)
    {
        if (UsualDistance(times) is not { } usual)
            return null;
        if (usual is >= ShortestMonth and <= LongestMonth)
            return Timeframe.OneMonth;

        return usual % UnixTime.MillisecondsPerMinute == 0 && usual <= LongestMeasured ? Timeframe.Of(TimeSpan.FromMilliseconds(usual)) : null;
    }

    /// <summary>The most frequent distance in milliseconds, the shortest on a tie; null when no two times differ.</summary>
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
