using System.Globalization;
using Microsoft.AspNetCore.Http;
using TradeBot.Exchanges.Emulator.Market;
using TradeBot.Exchanges.Rest;

namespace TradeBot.Exchanges.Emulator.Rest;

/// <summary>The parameters of a request, checked as the exchange checks them.</summary>
internal readonly struct RestQuery(IQueryCollection query, EmulatedMarket market)
{
    public string? Text(string name) => query.TryGetValue(name, out var values) ? values[0] : null;

    public BybitCategory Category(BybitCategory? fallback = null)
    {
        string? text = Text("category");
        BybitCategory category = Spelling.CategoryOf(text) ?? (text is null ? fallback : null) ?? throw new RestRefusal($"params error: Category is invalid {text}");
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

    public int Limit(int most, int fallback)
    {
        long limit = Whole("limit") ?? fallback;
        return limit >= 1 && limit <= most ? (int)limit : throw new RestRefusal($"params error: limit must be in [1, {most}], got {limit}");
    }
}
