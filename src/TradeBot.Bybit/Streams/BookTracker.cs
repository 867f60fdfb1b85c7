using TradeBot.Exchanges.Wire;
using TradeBot.MarketData;

namespace TradeBot.Exchanges.Streams;

/// <summary>An order book as its messages make it, and whether one is missing.</summary>
internal sealed class BookTracker(string symbol)
{
    private const long ServiceRestarted = 1;
    private const int ChangesToWait = 20; // a snapshot that was asked for may itself be lost

    private readonly SortedDictionary<decimal, decimal> _bids = new(Comparer<decimal>.Create((left, right) => right.CompareTo(left)));
    private readonly SortedDictionary<decimal, decimal> _asks = [];
    private long? _updateId;
    private int _waited;

    /// <summary>Takes a message.</summary>
    /// <param name="isSnapshot">Whether it is a whole book.</param>
    /// <param name="row">The levels: size 0 deletes.</param>
    /// <param name="time">When the exchange sent it, in milliseconds since 1970-01-01 UTC.</param>
    /// <param name="isGap">True when a snapshot has to be asked for: a change is missing, and the book unknown until one comes.</param>
    /// <returns>The book; null when it is unknown, or the message was old.</returns>
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
