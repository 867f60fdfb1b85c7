namespace TradeBot.Trading;

/// <summary>What happens to a position that is still open when the candles end.</summary>
public enum EndOfRun
{
    /// <summary>It stays open and is valued at the last close: nobody can trade at a price in the past.</summary>
    KeepOpen,

    /// <summary>It is closed at the last close, costs included.</summary>
    CloseAtLastClose,

    /// <summary>
    /// It is closed at the open of the last candle, costs included, though that price was past when the candle closed.
    /// Some other programs do this; it is less realistic.
    /// </summary>
    CloseAtLastOpen,
}
