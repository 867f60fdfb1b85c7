namespace TradeBot.Sessions;

/// <summary>Limits of a session beside those of its risk policy, which holds order size, position, exposure, daily loss and drawdown.</summary>
/// <remarks>They hold back only what would make a position larger. Each refusal is noted with its reason.</remarks>
public sealed record SafetyLimits
{
    /// <summary>A thousand orders a minute, prices within 10 % of the last, data no older than three of their candles.</summary>
    public static SafetyLimits Default { get; } = new();

    /// <summary>Most orders that may be sent in a minute of the market's time; positive.</summary>
    public int OrdersPerMinute { get; init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "At least one order a minute must be allowed."); } = 1000;

    /// <summary>How far the price of an order may be from the last close, as a fraction of it; positive.</summary>
    public double PriceDistance { get; init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The distance must be positive; infinity is none."); } = 0.1;

    /// <summary>After how many candles without one of a feed its symbol is stale, so that nothing is opened in it; positive.</summary>
    /// <remarks>A feed whose market was closed is stale as well: a price that old is none to trade on.</remarks>
    public int StaleAfterCandles { get; init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "At least one candle must be waited for."); } = 3;
}
