namespace TradeBot.MarketData;

/// <summary>What the caller knows about a foreign file; what is not given is detected and stated.</summary>
public sealed record ImportOptions
{
    /// <summary>The instrument; from a symbol column or the file name when null.</summary>
    public string? Symbol { get; init; }

    /// <summary>Length of the candles; from the file name or the distance between rows when null.</summary>
    public Timeframe? Timeframe { get; init; }

    /// <summary>How far the source's clock is ahead of UTC; subtracted from every time without an offset of its own.</summary>
    public TimeSpan ClockOffset { get; init; }
}
