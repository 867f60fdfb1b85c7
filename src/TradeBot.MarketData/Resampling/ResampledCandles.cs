namespace TradeBot.MarketData;

/// <summary>Resampled candles and how many candles each is made of.</summary>
public sealed class ResampledCandles
{
    private readonly int[] _sourceCounts;

    internal ResampledCandles(CandleSeries series, int[] sourceCounts, IReadOnlyList<DateTime> leftOut) => (Series, _sourceCounts, LeftOut) = (series, sourceCounts, leftOut);

    /// <summary>The longer candles.</summary>
    public CandleSeries Series { get; }

    /// <summary>How many candles were present in each bucket, aligned with <see cref="Series"/>; at least 1.</summary>
    public ReadOnlySpan<int> SourceCounts => _sourceCounts;

    /// <summary>Open times, UTC, of the first and the last longer candle where they were left out because the record may have a part only.</summary>
    public IReadOnlyList<DateTime> LeftOut { get; }
}
