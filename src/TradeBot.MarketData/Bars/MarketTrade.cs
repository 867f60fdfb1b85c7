namespace TradeBot.MarketData;

/// <summary>One trade of the market, as exchanges publish it.</summary>
/// <param name="Time">Milliseconds since 1970-01-01 UTC.</param>
/// <param name="Price">In quote currency; positive.</param>
/// <param name="Quantity">In base currency; positive.</param>
/// <param name="Side">Who took the price.</param>
public readonly record struct MarketTrade(long Time, double Price, double Quantity, AggressorSide Side = AggressorSide.Unknown);

/// <summary>Who took the price that the other offered.</summary>
public enum AggressorSide
{
    /// <summary>Not stated by the source.</summary>
    Unknown,

    /// <summary>The buyer: the trade happened at the ask.</summary>
    Buyer,

    /// <summary>The seller: the trade happened at the bid.</summary>
    Seller,
}
