namespace TradeBot.MarketData;

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
