using System.Globalization;
using TradeBot.Exchanges.Emulator.Faults;
using TradeBot.Exchanges.Emulator.Market;
using TradeBot.Exchanges.Wire;

namespace TradeBot.Exchanges.Emulator.Streams;

/// <summary>An order book: whole at first, then its changes, numbered without a hole unless the scenario wants one. Depth 1 is always whole.</summary>
internal sealed class BookFeed(string topic, EmulatedSymbol symbol, int depth, FaultScenario faults) : ITopicFeed
{
    private SortedDictionary<decimal, decimal> _bids = [], _asks = [];
    private long _updateId, _sequence;

    public IEnumerable<byte[]> Poll(long now)
    {
        BookRow book = MarketRows.Book(symbol, depth, now);
        SortedDictionary<decimal, decimal> bids = Levels(book.Bids!), asks = Levels(book.Asks!);
        bool isWhole = _updateId == 0 || depth == 1;
        List<string[]> bidChanges = Changes(isWhole ? [] : _bids, bids), askChanges = Changes(isWhole ? [] : _asks, asks);
        (_bids, _asks) = (bids, asks);
        if (bidChanges.Count + askChanges.Count == 0)
            yield break;

        _updateId = _updateId == 0 ? 2 + now % 1_000_000 : _updateId + 1; // 1 would mean that the service has restarted
        _sequence++;
        if (!isWhole && FaultDice.Roll(faults.Seed, topic, (int)(_updateId % int.MaxValue)) < faults.BookGap)
            yield break;
        yield return PushText.Of(
            topic, isWhole ? "snapshot" : "delta", new BookEntry(symbol.Name, bidChanges, askChanges, _updateId, _sequence),
            StreamContext.Default.BookEntry, now, matchTime: now);
    }

    private static SortedDictionary<decimal, decimal> Levels(IReadOnlyList<decimal?[]> rows)
    {
        SortedDictionary<decimal, decimal> levels = [];
        foreach (decimal?[] row in rows)
            levels[row[0]!.Value] = row[1]!.Value;
        return levels;
    }

    private static List<string[]> Changes(SortedDictionary<decimal, decimal> before, SortedDictionary<decimal, decimal> after)
    {
        List<string[]> changes = [];
        foreach ((decimal price, _) in before)
        {
            if (!after.ContainsKey(price))
                changes.Add([Text(price), "0"]);
        }

        foreach ((decimal price, decimal size) in after)
        {
            if (!before.TryGetValue(price, out decimal old) || old != size)
                changes.Add([Text(price), Text(size)]);
        }

        return changes;
    }

    private static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
