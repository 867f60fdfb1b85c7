namespace TradeBot.MarketData;

/// <summary>Where the candles of the past come from.</summary>
public interface ICandleSource
{
    /// <summary>What the source is called in logs and messages.</summary>
    string Name { get; }

    /// <summary>The lengths of candles that it has; null when it tells only as it is asked.</summary>
    IReadOnlyList<Timeframe>? Timeframes => null;

    /// <summary>Requests sent so far, including those sent again; null where none are counted.</summary>
    long? RequestsSent => null;

    /// <summary>The present by the source's own clock, UTC: what has not closed by then is not given.</summary>
    /// <param name="cancellationToken">Stops the request.</param>
    Task<DateTime> TimeAsync(CancellationToken cancellationToken = default) => Task.FromResult(TimeProvider.System.GetUtcNow().UtcDateTime);

    /// <summary>Yields the closed candles that open in [from, to), oldest first, in pieces.</summary>
    /// <param name="symbol">The source's name of the instrument.</param>
    /// <param name="timeframe">Length of each candle.</param>
    /// <param name="from">First open time, UTC.</param>
    /// <param name="to">End of the open times, exclusive, UTC.</param>
    /// <param name="progress">Told after each piece; may be null.</param>
    /// <param name="cancellationToken">Stops the fetch between and inside pieces.</param>
    /// <returns>
    /// Pieces that do not overlap, each as soon as it is there, so that a caller who stores them can resume after
    /// the last one. What the source does not have is simply absent; a candle that has not closed is not given.
    /// </returns>
    IAsyncEnumerable<CandleSeries> FetchAsync(
        string symbol,
        Timeframe timeframe,
        DateTime from,
        DateTime to,
        IProgress<FetchProgress>? progress = null,
        CancellationToken cancellationToken = default);
}

/// <summary>How far a fetch has come.</summary>
/// <param name="Symbol">The instrument being fetched.</param>
/// <param name="Timeframe">Length of its candles.</param>
/// <param name="Candles">Candles received so far.</param>
/// <param name="ReachedTo">Open times before this one are done, UTC.</param>
/// <param name="Fraction">Share of the range that is done, from 0 to 1.</param>
public readonly record struct FetchProgress(string Symbol, Timeframe Timeframe, long Candles, DateTime ReachedTo, double Fraction);
