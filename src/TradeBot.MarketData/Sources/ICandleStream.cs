namespace TradeBot.MarketData;

/// <summary>Where the candles of the present come from.</summary>
public interface ICandleStream
{
    /// <summary>What the stream is called in logs and messages.</summary>
    string Name { get; }

    /// <summary>The closed candles before those of the stream, by the same source; null where it has none.</summary>
    ICandleSource? History => null;

    /// <summary>Yields candles as they form and close, until cancelled or the stream ends.</summary>
    /// <param name="symbols">The source's names of the instruments, at least one.</param>
    /// <param name="timeframe">Length of each candle.</param>
    /// <param name="cancellationToken">Ends the subscription.</param>
    /// <returns>
    /// Updates in order of time for each symbol. Each candle closes exactly once; a stream that reconnects fills in
    /// the closed candles that it missed before it goes on.
    /// </returns>
    IAsyncEnumerable<CandleUpdate> SubscribeAsync(
        IReadOnlyList<string> symbols, Timeframe timeframe, CancellationToken cancellationToken = default);
}

/// <summary>A candle as a live stream knows it.</summary>
/// <param name="Symbol">The exchange's name of the instrument.</param>
/// <param name="Timeframe">Length of the candle.</param>
/// <param name="Candle">The candle so far, or as it closed.</param>
/// <param name="IsClosed">True when the candle is final: only then may a decision use it.</param>
public readonly record struct CandleUpdate(string Symbol, Timeframe Timeframe, Candle Candle, bool IsClosed);
