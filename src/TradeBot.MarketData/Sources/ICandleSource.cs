namespace TradeBot.MarketData;

/// <summary>A source of historical candles.</summary>
public interface ICandleSource
{
    /// <summary>The source's name in logs and messages.</summary>
    string Name { get; }

    /// <summary>The timeframes that it offers; null when unknown in advance.</summary>
    IReadOnlyList<Timeframe>? Timeframes => null;

    /// <summary>Requests sent so far, including retries; null when not counted.</summary>
    long? RequestsSent => null;

    /// <summary>Current time by the source's clock, UTC: candles that have not closed by then are not returned.</summary>
    /// <param name="cancellationToken">Stops the request.</param>
    Task<DateTime> TimeAsync(CancellationToken cancellationToken = default) => Task.FromResult(TimeProvider.System.GetUtcNow().UtcDateTime);

    /// <summary>Yields the closed candles that open in [from, to), oldest first, in chunks.</summary>
    /// <param name="symbol">The source's symbol.</param>
    /// <param name="timeframe">Length of each candle.</param>
    /// <param name="from">First open time, UTC.</param>
    /// <param name="to">End of the open times, exclusive, UTC.</param>
    /// <param name="progress">Receives progress after each chunk; may be null.</param>
    /// <param name="cancellationToken">Stops the fetch between and within chunks.</param>
    /// <returns>
    /// Chunks that do not overlap, each as soon as it is available, so that a caller who stores them can resume after
    /// the last one. What the source does not have is absent; a candle that has not closed is not returned.
    /// </returns>
    IAsyncEnumerable<CandleSeries> FetchAsync(
        string symbol,
        Timeframe timeframe,
        DateTime from,
        DateTime to,
        IProgress<FetchProgress>? progress = null,
        CancellationToken cancellationToken = default);
}

/// <summary>Progress of a fetch.</summary>
/// <param name="Symbol">The instrument being fetched.</param>
/// <param name="Timeframe">Length of its candles.</param>
/// <param name="Candles">Candles received so far.</param>
/// <param name="ReachedTo">Open times before this one are finished, UTC.</param>
/// <param name="Fraction">Finished fraction of the range, from 0 to 1.</param>
public readonly record struct FetchProgress(string Symbol, Timeframe Timeframe, long Candles, DateTime ReachedTo, double Fraction);
