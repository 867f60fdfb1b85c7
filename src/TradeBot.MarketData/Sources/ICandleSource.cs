namespace TradeBot.MarketData;

/// <summary>Where the candles of the past come from.</summary>
public interface ICandleSource
{
    /// <summary>What the source is called in logs and messages.</summary>
    string Name { get; }

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
