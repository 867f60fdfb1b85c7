namespace TradeBot.MarketData;

/// <summary>A stream of live candles.</summary>
public interface ICandleStream
{
    /// <summary>The stream's name in logs and messages.</summary>
    string Name { get; }

    /// <summary>The closed candles before those of the stream, by the same source; null where it has none.</summary>
    ICandleSource? History => null;

    /// <summary>Yields candles as they form and close, until cancelled or the stream ends.</summary>
    /// <param name="symbols">The source's symbols, at least one.</param>
    /// <param name="timeframe">Length of each candle.</param>
    /// <param name="cancellationToken">Ends the subscription.</param>
    /// <returns>
    /// Updates in order of time for each symbol. Each candle closes exactly once; a stream that reconnects fills in
    /// the closed candles that it missed before it goes on.
    /// </returns>
    IAsyncEnumerable<CandleUpdate> SubscribeAsync(
        IReadOnlyList<string> symbols, Timeframe timeframe, CancellationToken cancellationToken = default);
}

/// <summary>An update of a live candle.</summary>
/// <param name="Symbol">The exchange's symbol.</param>
/// <param name="Timeframe">Length of the candle.</param>
/// <param name="Candle">The candle so far, or as it closed.</param>
/// <param name="IsClosed">True when the candle is final: only then may a decision use it.</param>
public readonly record struct CandleUpdate(string Symbol, Timeframe Timeframe, Candle Candle, bool IsClosed);
