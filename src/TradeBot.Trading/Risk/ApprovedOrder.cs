namespace TradeBot.Trading;

/// <summary>An order that trading rules, risk policy and margin allow; a venue accepts no other.</summary>
public readonly struct ApprovedOrder
{
    private ApprovedOrder(Order order) => Order = order;

    /// <summary>The order; null in a default value, which no gate has issued.</summary>
    public Order Order { get; }

    /// <summary>Can approve orders; only the risk gate is one.</summary>
    internal abstract class Issuer
    {
        private protected static ApprovedOrder Approved(Order order) => new(order);
    }
}
