namespace TradeBot.Trading;

/// <summary>An order that rules, risk policy and margin allow: what a venue takes, and takes nothing else.</summary>
internal readonly struct ApprovedOrder
{
    private ApprovedOrder(Order order) => Order = order;

    public Order Order { get; }

    /// <summary>Can approve; the risk gate alone is one.</summary>
    public abstract class Issuer
    {
        private protected static ApprovedOrder Approved(Order order) => new(order);
    }
}
