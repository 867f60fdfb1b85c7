namespace TradeBot.MarketData;

/// <summary>A market trade, as exchanges publish it.</summary>
/// <param name="Time">Milliseconds since 1970-01-01 UTC.</param>
/// <param name="Price">In quote currency; positive.</param>
/// <param name="Quantity">In base currency; positive.</param>
/// <param name="Side">The aggressor side.</param>
public readonly record struct MarketTrade(long Time, double Price, double Quantity, AggressorSide Side = AggressorSide.Unknown);

/// <summary>The aggressor: the side that took liquidity.</summary>
public enum AggressorSide
{
    /// <summary>Not given by the source.</summary>
    Unknown,

    /// <summary>The buyer: the trade happened at the ask.</summary>
    Buyer,

    /// <summary>The seller: the trade happened at the bid.</summary>
    Seller,
}
