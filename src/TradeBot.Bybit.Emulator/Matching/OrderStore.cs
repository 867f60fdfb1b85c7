using TradeBot.Exchanges.Emulator.Accounts;

namespace TradeBot.Exchanges.Emulator.Matching;

/// <summary>Every order and execution that is still known.</summary>
internal sealed class OrderStore(int kept)
{
    private readonly List<Order> _open = [];
    private readonly List<Order> _closed = [];
    private readonly List<Execution> _executions = [];
    private readonly Dictionary<string, Order> _byId = [];
    private readonly Dictionary<string, Order> _byLink = [];
    private readonly HashSet<string> _links = [];

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<Order> Open => _open;

    /// <summary>In the order in which they ended.</summary>
    public IReadOnlyList<Order> Closed => _closed;

    /// <summary>Oldest first, fundings among them.</summary>
    public IReadOnlyList<Execution> Executions => _executions;

    /// <summary>True if an order with this link id was ever accepted.</summary>
    public bool IsUsed(string linkId) => _links.Contains(linkId);

    public Order? Find(string? id, string? linkId) =>
        string.IsNullOrEmpty(id) ? linkId is null ? null : _byLink.GetValueOrDefault(linkId) : _byId.GetValueOrDefault(id);

    /// <summary>Open orders of a contract, oldest first; a copy, so that they may end meanwhile.</summary>
    public Order[] OpenOf(Contract contract) => [.. _open.Where(order => order.Contract == contract)];

    public void Add(Order order)
    {
        _open.Add(order);
        _byId[order.Id] = order;
        if (order.LinkId.Length == 0)
            return;
        _byLink[order.LinkId] = order;
        _links.Add(order.LinkId);
    }

    public void Add(Execution execution)
    {
        _executions.Add(execution);
        if (_executions.Count > kept + kept / 4)
            _executions.RemoveRange(0, _executions.Count - kept);
    }

    /// <summary>Moves an order that has ended to the closed ones.</summary>
    public void Close(Order order)
    {
        if (!_open.Remove(order))
            return;
        _closed.Add(order);
        if (_closed.Count <= kept + kept / 4)
            return;
        int surplus = _closed.Count - kept;
        foreach (Order old in _closed.Take(surplus))
        {
            _byId.Remove(old.Id);
            _byLink.Remove(old.LinkId);
        }

        _closed.RemoveRange(0, surplus);
    }
}
