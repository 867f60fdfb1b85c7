namespace TradeBot.Exchanges.Emulator.Matching;

/// <summary>Disconnect-cancel-all: when every private connection that subscribed to a product's topic has been without ping for the window, its orders are cancelled.</summary>
internal sealed class DisconnectGuard(TradingFloor floor)
{
    private readonly SortedDictionary<string, long> _windows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _lastSign = [];

    /// <summary>Milliseconds by product: DERIVATIVES, SPOT or OPTIONS.</summary>
    public IReadOnlyDictionary<string, long> Windows => _windows;

    public bool IsArmed => _lastSign.Count > 0;

    public void Set(string product, long window) => _windows[product] = window;

    /// <summary>A connection that subscribed to the product has sent a ping.</summary>
    public void Sign(string product, long now) => _lastSign[product] = now;

    public void Look(long now)
    {
        foreach ((string product, long last) in _lastSign.ToArray())
        {
            if (!_windows.TryGetValue(product, out long window) || now - last < window)
                continue;
            _lastSign.Remove(product);
            foreach (Order order in floor.Orders.Open.Where(order => (order.Contract.IsSpot ? "SPOT" : "DERIVATIVES") == product && !order.IsExit).ToArray())
                floor.Cancel(order, "CancelByDCP", now);
        }
    }
}
