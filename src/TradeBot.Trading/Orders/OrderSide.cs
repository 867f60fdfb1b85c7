namespace TradeBot.Trading;

/// <summary>Direction of an order.</summary>
public enum OrderSide
{
    /// <summary>Adds to the position.</summary>
    Buy,

    /// <summary>Takes from the position.</summary>
    Sell,
}
