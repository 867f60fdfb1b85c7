namespace TradeBot.Trading;

/// <summary>At which price a target becomes a quantity.</summary>
public enum SizingMoment
{
    /// <summary>At the close on which it was decided, as in live trading: the quantity is sent before the next price is known.</summary>
    Decision,

    /// <summary>
    /// At the open at which it fills, on equity after the old position is closed. Some other programs do this; it is
    /// less realistic, because the price is known only when it trades.
    /// </summary>
    Fill,
}
