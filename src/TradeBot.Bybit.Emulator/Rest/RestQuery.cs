using System.Globalization;
using Microsoft.AspNetCore.Http;
using TradeBot.Exchanges.Emulator.Market;
using TradeBot.Exchanges.Rest;

namespace TradeBot.Exchanges.Emulator.Rest;

/// <summary>The parameters of a request, checked as the exchange checks them.</summary>
internal readonly struct RestQuery(IQueryCollection query, EmulatedMarket market)
{
    private const string CursorStart = "page:";

    public string? Text(string name) => query.TryGetValue(name, out var values) ? values[0] : null;

    public BybitCategory Category(BybitCategory? fallback = null)
    {
        string? text = Text("category");
        BybitCategory category = WireNames.CategoryOf(text) ?? (text is null ? fallback : null) ?? throw new RestRefusal($"params error: Category is invalid {text}");
        return market.Categories.Contains(category) ? category : throw new RestRefusal($"params error: category {text} is not served here");
    }

    public EmulatedSymbol Symbol()
    {
        string? name = Text("symbol");
        return market.Find(name) ?? throw new RestRefusal(name is null ? "params error: symbol is required" : $"params error: symbol invalid {name}");
    }

    public long? Whole(string name)
    {
        string? text = Text(name);
        if (string.IsNullOrEmpty(text))
            return null;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long value) ? value : throw new RestRefusal($"params error: {name} invalid {text}");
    }

    /// <summary>One of the words that a parameter may be.</summary>
    public string OneOf(string name, IReadOnlyCollection<string> accepted)
    {
        string? text = Text(name);
        return text is not null && accepted.Contains(text) ? text : throw new RestRefusal($"params error: {name} invalid {text}");
    }

    /// <summary>How many rows the pages before had; 0 without a cursor.</summary>
    public long Page(string name)
    {
        string? cursor = Text(name);
        if (string.IsNullOrEmpty(cursor))
            return 0;
        return cursor.StartsWith(CursorStart, StringComparison.Ordinal) && long.TryParse(cursor.AsSpan(CursorStart.Length), NumberStyles.None, CultureInfo.InvariantCulture, out long rows)
            ? rows
            : throw new RestRefusal($"params error: cursor invalid {cursor}");
    }

    /// <summary>The cursor of the page that follows so many rows, encoded as the exchange hands it out.</summary>
    public static string CursorOf(long rows) => Uri.EscapeDataString(string.Create(CultureInfo.InvariantCulture, $"{CursorStart}{rows}"));

    public int Limit(int most, int fallback)
    {
        long limit = Whole("limit") ?? fallback;
        return limit >= 1 && limit <= most ? (int)limit : throw new RestRefusal($"params error: limit must be in [1, {most}], got {limit}");
    }
}
