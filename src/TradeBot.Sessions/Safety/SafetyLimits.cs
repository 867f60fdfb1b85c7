namespace TradeBot.Sessions;

/// <summary>Limits of a session in addition to its risk policy, which limits order size, position, exposure, daily loss and drawdown.</summary>
/// <remarks>They apply only to orders that would open or increase a position. Each refusal is recorded with its reason.</remarks>
public sealed record SafetyLimits
{
    /// <summary>1,000 orders per minute, prices within 10 % of the last, data no older than three candles.</summary>
    public static SafetyLimits Default { get; } = new();

    /// <summary>Maximum number of orders per minute of market time; positive.</summary>
    public int OrdersPerMinute { get; init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "At least one order per minute must be allowed."); } = 1000;

    /// <summary>Maximum distance of an order's price from the last close, as a fraction of the close; positive.</summary>
    public double PriceDistance { get; init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The distance must be positive; infinity means no limit."); } = 0.1;

    /// <summary>Number of missing candles after which a symbol is stale, so that no position is opened or increased in it; positive.</summary>
    /// <remarks>A feed whose market was closed is stale as well: its last price is too old to trade on.</remarks>
    public int StaleAfterCandles { get; init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The number of candles must be at least 1."); } = 3;
}
