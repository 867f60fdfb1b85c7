namespace TradeBot.Trading;

/// <summary>A <see cref="Trade"/> as the log keeps it, without references.</summary>
internal struct RoundTrip
{
    public DateTime EntryTime, ExitTime;
    public decimal Quantity, EntryPrice, ExitPrice, Fees, Profit, EntryValue;
    public int Book;
    public bool IsLong, IsOpen, IsLiquidated;
    public ExitReason Reason;

    /// <summary>Whether it was closed inside a candle, so that it was not open during all of that candle's range.</summary>
    public bool ExitsInside;

    public readonly Trade ToTrade(string symbol, double adverse = double.NaN, double favourable = double.NaN) => new(
        symbol, IsLong, EntryTime, ExitTime, Quantity, EntryPrice, ExitPrice, Fees, Profit, IsOpen)
    {
        EntryValue = EntryValue,
        IsLiquidated = IsLiquidated,
        ExitReason = Reason,
        AdverseExcursion = adverse,
        FavourableExcursion = favourable,
    };
}
