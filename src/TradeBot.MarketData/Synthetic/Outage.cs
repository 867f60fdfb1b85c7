namespace TradeBot.MarketData;

/// <summary>A time in which no candle is recorded.</summary>
/// <param name="From">First open time without a candle, UTC.</param>
/// <param name="To">First open time with a candle again, UTC; after <paramref name="From"/>.</param>
public sealed record Outage(DateTime From, DateTime To)
{
    /// <summary>First open time with a candle again, UTC.</summary>
    public DateTime To { get; init; } = To > From
        ? To
        : throw new ArgumentOutOfRangeException(nameof(To), To, $"Must be after {From:u}.");
}
