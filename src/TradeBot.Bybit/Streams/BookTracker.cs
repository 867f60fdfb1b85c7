using TradeBot.Exchanges.Wire;
using TradeBot.MarketData;

namespace TradeBot.Exchanges.Streams;

/// <summary>Builds an order book from its messages and detects missing ones.</summary>
internal sealed class BookTracker(string symbol)
{
    private const long ServiceRestarted = 1;
    private const int ChangesToWait = 20; // a requested snapshot may itself be lost

    private readonly SortedDictionary<decimal, decimal> _bids = new(Comparer<decimal>.Create((left, right) => right.CompareTo(left)));
    private readonly SortedDictionary<decimal, decimal> _asks = [];
    private long? _updateId;
    private int _waited;

    /// <summary>Processes a message.</summary>
    /// <param name="isSnapshot">Whether it is a snapshot.</param>
    /// <param name="row">The levels; size 0 deletes a level.</param>
    /// <param name="time">When the exchange sent it, in milliseconds since 1970-01-01 UTC.</param>
    /// <param name="isGap">True when a snapshot must be requested: an update is missing, and the book is unknown until a snapshot arrives.</param>
    /// <returns>The book; null when unknown, or when the message was outdated.</returns>
    public BybitOrderBook? Take(bool isSnapshot, BookRow row, long time, out bool isGap)
    {
        isGap = false;
        long id = row.UpdateId ?? 0;
        if (isSnapshot || id == ServiceRestarted)
        {
            _bids.Clear();
            _asks.Clear();
        }
        else if (_updateId is not { } last)
        {
            isGap = ++_waited % ChangesToWait == 0;
            return null;
        }
        else if (id <= last)
        {
            return null;
        }
        else if (id != last + 1)
        {
            isGap = true;
            _updateId = null;
            return null;
        }

        _updateId = id;
        Apply(_bids, row.Bids);
        Apply(_asks, row.Asks);
        return new BybitOrderBook(symbol, Levels(_bids), Levels(_asks), id, UnixTime.ToDateTime(time));
    }

    private static void Apply(SortedDictionary<decimal, decimal> side, IReadOnlyList<decimal?[]>? rows)
    {
        foreach (decimal?[] row in rows ?? [])
        {
            if (row is not [{ } price, { } size, ..])
                continue;
            if (size == 0)
                side.Remove(price);
            else
                side[price] = size;
        }
    }

    private static BybitLevel[] Levels(SortedDictionary<decimal, decimal> side) => [.. side.Select(level => new BybitLevel(level.Key, level.Value))];
}
