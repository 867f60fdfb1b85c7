namespace TradeBot.Exchanges;

/// <summary>Prices of a contract that have candles without being traded.</summary>
public enum BybitPrice
{
    /// <summary>What positions are valued at.</summary>
    Mark,

    /// <summary>The price of the underlying over several exchanges.</summary>
    Index,

    /// <summary>Premium of the contract over the index, as a fraction; may be negative.</summary>
    Premium,
}
