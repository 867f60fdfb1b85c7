using TradeBot.MarketData;

namespace TradeBot;

/// <summary>The candles of a study as one thing.</summary>
internal static class StudyData
{
    /// <summary>The content hash of a series; of several, one over theirs in order.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static string HashOf(IReadOnlyList<CandleSeries> candles) => candles.Count switch
    {
        0 => throw new ArgumentException("A study needs at least one series of candles.", nameof(candles)),
        1 => candles[0].ContentHash,
        _ => SpecText.Hash(string.Join('\n', candles.Select(c => c.ContentHash))),
    };

    /// <summary>How many candles each series has, where all have the same open times: rows that a split can divide.</summary>
    /// <exception cref="ArgumentException">They have not.</exception>
    public static int RowsOf(IReadOnlyList<CandleSeries> candles) => candles.Skip(1).FirstOrDefault(c => !c.OpenTimes.SequenceEqual(candles[0].OpenTimes)) is { } other
        ? throw new ArgumentException($"{other.Symbol} {other.Timeframe} has other open times than {candles[0].Symbol} {candles[0].Timeframe}: a split divides candles of equal times.", nameof(candles))
        : candles[0].Count;
}
