namespace TradeBot.Trading;

/// <summary>An order that trading rules, risk policy and margin allow; a venue accepts no other.</summary>
internal readonly struct ApprovedOrder
{
    private ApprovedOrder(Order order) => Order = order;

    public Order Order { get; }

    /// <summary>Can approve orders; only the risk gate is one.</summary>
    public abstract class Issuer
    {
        private protected static ApprovedOrder Approved(Order order) => new(order);
    }
}
