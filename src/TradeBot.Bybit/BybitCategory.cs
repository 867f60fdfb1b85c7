namespace TradeBot.Exchanges;

/// <summary>The exchange's families of instruments; the same symbol may exist in several.</summary>
public enum BybitCategory
{
    /// <summary>Coins themselves.</summary>
    Spot,

    /// <summary>Contracts that settle in USDT or USDC.</summary>
    Linear,

    /// <summary>Contracts that settle in the coin.</summary>
    Inverse,
}
