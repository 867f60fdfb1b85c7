namespace TradeBot.MarketData;

/// <summary>Resampled candles and the number of source candles in each.</summary>
public sealed class ResampledCandles
{
    private readonly int[] _sourceCounts;

    internal ResampledCandles(CandleSeries series, int[] sourceCounts, IReadOnlyList<DateTime> leftOut) => (Series, _sourceCounts, LeftOut) = (series, sourceCounts, leftOut);

    /// <summary>The longer candles.</summary>
    public CandleSeries Series { get; }

    /// <summary>Number of source candles in each bucket, aligned with <see cref="Series"/>; at least 1.</summary>
    public ReadOnlySpan<int> SourceCounts => _sourceCounts;

    /// <summary>Open times, UTC, of the first and last longer candle if they were left out as possibly incomplete.</summary>
    public IReadOnlyList<DateTime> LeftOut { get; }
}
