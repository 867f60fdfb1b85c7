namespace TradeBot.MarketData;

/// <summary>Writes the candles of a stream into a store as they close. The store's options limit how many are kept.</summary>
/// <param name="store">The store to write to.</param>
public sealed class CandleRecorder(CandleStore store)
{
    /// <summary>Records until the stream ends or is cancelled.</summary>
    /// <param name="updates">Live candles; unfinished ones are only reported as progress.</param>
    /// <param name="progress">Receives each update, after a closed candle has been stored; may be null.</param>
    /// <param name="cancellationToken">Ends the recording.</param>
    public async Task RecordAsync(IAsyncEnumerable<CandleUpdate> updates, IProgress<CandleUpdate>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(updates);
        await foreach (CandleUpdate update in updates.WithCancellation(cancellationToken))
        {
            if (update.IsClosed)
                store.Upsert(SeriesOf(update));
            progress?.Report(update);
        }
    }

    /// <summary>A series of one candle.</summary>
    public static CandleSeries SeriesOf(CandleUpdate update)
    {
        Candle candle = update.Candle;
        return new CandleSeries(
            update.Symbol, update.Timeframe, new[] { UnixTime.FromDateTime(candle.OpenTime) }, new[] { candle.Open }, new[] { candle.High },
            new[] { candle.Low }, new[] { candle.Close }, new[] { candle.Volume }, double.IsNaN(candle.Turnover) ? default : new[] { candle.Turnover });
    }
}
