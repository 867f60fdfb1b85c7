namespace TradeBot.Trading;

/// <summary>At which price a target becomes a quantity.</summary>
public enum SizingMoment
{
    /// <summary>At the close on which it was decided, as a trader must: the quantity goes out before the next price is known.</summary>
    Decision,

    /// <summary>
    /// At the open at which it fills, on equity after the old position is closed. Some other programs count so; it is
    /// less truthful, because the price is known only when it trades.
    /// </summary>
    Fill,
}
