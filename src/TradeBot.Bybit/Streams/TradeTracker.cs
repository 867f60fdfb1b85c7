namespace TradeBot.Exchanges.Streams;

/// <summary>Tracks which recent trades of a symbol were delivered.</summary>
internal sealed class TradeTracker(string symbol)
{
    private const int Remembered = 4096;

    private readonly HashSet<string> _seen = [];
    private readonly Queue<string> _order = new();

    public string Symbol => symbol;

    /// <summary>Time of the latest delivered trade, in milliseconds since 1970-01-01 UTC; null before the first.</summary>
    public long? Latest { get; private set; }

    /// <returns>False for a trade that was already delivered.</returns>
    public bool IsNew(BybitTrade trade)
    {
        if (!_seen.Add(trade.Id))
            return false;
        _order.Enqueue(trade.Id);
        if (_order.Count > Remembered)
            _seen.Remove(_order.Dequeue());
        Latest = Math.Max(Latest ?? long.MinValue, trade.Trade.Time);
        return true;
    }
}
