namespace TradeBot.Trading;

/// <summary>What becomes of a position that is still held when the candles end.</summary>
public enum EndOfRun
{
    /// <summary>It stays open and is valued at the last close: nobody can trade at a price that is already past.</summary>
    KeepOpen,

    /// <summary>It is closed at the last close, costs included.</summary>
    CloseAtLastClose,

    /// <summary>
    /// It is closed at the open of the last candle, costs included, though that price was past when the candle closed.
    /// Some other programs count so; it is less truthful.
    /// </summary>
    CloseAtLastOpen,
}
