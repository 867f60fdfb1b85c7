namespace TradeBot.MarketData;

/// <summary>One step of a Renko chart.</summary>
/// <param name="Time">Close of the candle that completed the brick, UTC: it is known from then.</param>
/// <param name="Open">Where the brick begins, in quote currency.</param>
/// <param name="Close">Where it ends: one brick size above or below.</param>
public readonly record struct RenkoBrick(DateTime Time, double Open, double Close)
{
    /// <summary>True when the price went up.</summary>
    public bool IsUp => Close > Open;
}
