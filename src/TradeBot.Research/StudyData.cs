using TradeBot.MarketData;

namespace TradeBot;

/// <summary>The candles of a study as one data set.</summary>
internal static class StudyData
{
    /// <summary>The content hash of a series; of several, one over their hashes in order.</summary>
    /// <exception cref="ArgumentException">There is no series.</exception>
    public static string HashOf(IReadOnlyList<CandleSeries> candles) => candles.Count switch
    {
        0 => throw new ArgumentException("A study needs at least one series of candles.", nameof(candles)),
        1 => candles[0].ContentHash,
        _ => SpecText.Hash(string.Join('\n', candles.Select(c => c.ContentHash))),
    };

    /// <summary>The number of candles of each series, which must have the same open times so that a split can divide them.</summary>
    /// <exception cref="ArgumentException">Their open times differ.</exception>
    public static int RowsOf(IReadOnlyList<CandleSeries> candles) => candles.Skip(1).FirstOrDefault(c => !c.OpenTimes.SequenceEqual(candles[0].OpenTimes)) is { } other
        ? throw new ArgumentException($"{other.Symbol} {other.Timeframe} has other open times than {candles[0].Symbol} {candles[0].Timeframe}: a split divides candles of equal times.", nameof(candles))
        : candles[0].Count;
}
