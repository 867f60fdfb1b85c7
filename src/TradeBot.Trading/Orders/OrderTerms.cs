namespace TradeBot.Trading;

/// <summary>What an order has beside side and quantity when it is more than a market order.</summary>
internal sealed class OrderTerms
{
    public double LimitPrice { get; set; } = double.NaN;

    public double StopPrice { get; set; } = double.NaN;

    public Trail Trail { get; set; }

    /// <summary>Best price since a trailing stop began to work.</summary>
    public double Best { get; set; } = double.NaN;

    public long GoodTill { get; set; } = long.MaxValue;

    /// <summary>The order that is cancelled when this one fills, and the other way round.</summary>
    public Order? Sibling { get; set; }

    /// <summary>The first of a pair of orders that begin to work when this one has filled.</summary>
    public Order? Child { get; set; }
}
