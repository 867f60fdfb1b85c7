namespace TradeBot.Trading;

/// <summary>An order that rules, risk policy and margin allow: what a venue takes, and takes nothing else.</summary>
public readonly struct ApprovedOrder
{
    private ApprovedOrder(Order order) => Order = order;

    /// <summary>The order; null in a default value, which no gate has issued.</summary>
    public Order Order { get; }

    /// <summary>Can approve; the risk gate alone is one.</summary>
    internal abstract class Issuer
    {
        private protected static ApprovedOrder Approved(Order order) => new(order);
    }
}
