using System.Collections;
using System.Globalization;

namespace TradeBot.Notebooks;

/// <summary>The first items of a sequence, which is gone through once, and how many more there are.</summary>
/// <param name="Items">As many as were asked for.</param>
/// <param name="Rest">How many follow; a long sequence is counted only so far.</param>
/// <param name="IsCounted">False when more may follow than <paramref name="Rest"/> says.</param>
internal sealed record SequenceHead(IReadOnlyList<object?> Items, int Rest, bool IsCounted)
{
    private const int MaxCounted = 10_000;

    public static SequenceHead Of(IEnumerable items, int limit)
    {
        var head = new List<object?>();
        int rest = 0;
        foreach (object? item in items)
        {
            if (head.Count < limit)
                head.Add(item);
            else if (items is ICollection collection)
                return new SequenceHead(head, collection.Count - limit, IsCounted: true);
            else if (++rest == MaxCounted)
                return new SequenceHead(head, rest, IsCounted: false);
        }

        return new SequenceHead(head, rest, IsCounted: true);
    }

    /// <summary>A line with the number of items that are not shown; null when all are.</summary>
    public string? After(int shown)
    {
        int more = Items.Count + Rest - shown;
        return more <= 0 ? null : string.Create(CultureInfo.InvariantCulture, $"… {(IsCounted ? "" : "at least ")}{more} more");
    }
}
