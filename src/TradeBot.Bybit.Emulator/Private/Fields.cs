using System.Globalization;
using System.Text.Json;
using TradeBot.Exchanges.Emulator.Accounts;
using TradeBot.Exchanges.Rest;

namespace TradeBot.Exchanges.Emulator.Private;

/// <summary>The parameters of an account request, of a query or of a JSON body, checked as the exchange checks them.</summary>
internal sealed class Fields
{
    private readonly Dictionary<string, string> _texts = [];
    private readonly HashSet<string> _bare = []; // given as JSON numbers or flags, not as text
    private readonly JsonElement _body;

    /// <param name="query">Names and values.</param>
    public Fields(IEnumerable<KeyValuePair<string, string>> query)
    {
        foreach ((string name, string value) in query)
            _texts[name] = value;
    }

    /// <param name="body">A JSON object.</param>
    /// <param name="outer">Parameters that stand outside of it, such as the category of a batch; null for none.</param>
    /// <exception cref="Refusal">It is not an object.</exception>
    public Fields(JsonElement body, Fields? outer = null)
    {
        if (body.ValueKind != JsonValueKind.Object)
            throw Refusal.Parameter("the body must be a JSON object");
        _body = body;
        foreach (JsonProperty field in body.EnumerateObject())
        {
            if (field.Value.ValueKind is JsonValueKind.String)
            {
                _texts[field.Name] = field.Value.GetString()!;
            }
            else if (field.Value.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False)
            {
                _texts[field.Name] = field.Value.GetRawText();
                _bare.Add(field.Name);
            }
        }

        if (outer?.Text("category") is { } category)
            _texts.TryAdd("category", category);
    }

    /// <summary>Null where it is missing or empty.</summary>
    public string? Text(string name) => _texts.TryGetValue(name, out string? text) && text.Length > 0 ? text : null;

    public string Needed(string name) => Text(name) ?? throw Refusal.Parameter($"{name} is required");

    /// <summary>A price, a size or money: text in plain notation.</summary>
    public decimal? Number(string name)
    {
        if (Text(name) is not { } text)
            return null;
        if (_bare.Contains(name))
            throw Refusal.Parameter($"{name} must be a text, such as \"0.1\", got {text}");
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out decimal value)
            ? value
            : throw Refusal.Parameter($"{name} invalid {text}");
    }

    public decimal NeededNumber(string name) => Number(name) ?? throw Refusal.Parameter($"{name} is required");

    public long? Whole(string name)
    {
        if (Text(name) is not { } text)
            return null;
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) ? value : throw Refusal.Parameter($"{name} invalid {text}");
    }

    public bool Flag(string name) => Text(name) switch
    {
        null or "false" or "0" => false,
        "true" or "1" => true,
        { } other => throw Refusal.Parameter($"{name} must be true or false, got {other}"),
    };

    public string OneOf(string name, string? fallback, params string[] accepted)
    {
        string text = Text(name) ?? fallback ?? throw Refusal.Parameter($"{name} is required");
        return accepted.Contains(text) ? text : throw Refusal.Parameter($"{name} invalid {text}");
    }

    public int Limit(int most, int fallback)
    {
        long limit = Whole("limit") ?? fallback;
        return limit >= 1 && limit <= most ? (int)limit : throw Refusal.Parameter(string.Create(CultureInfo.InvariantCulture, $"limit must be in [1, {most}], got {limit}"));
    }

    /// <summary>A span of time, and what it is where nothing is given.</summary>
    /// <exception cref="Refusal">It is longer than seven days, or ends before it starts.</exception>
    public (long Start, long End) Span(long now, long fallback)
    {
        const long SevenDays = 7L * 24 * 3_600_000;
        long? start = Whole("startTime"), end = Whole("endTime");
        (long from, long to) = (start, end) switch
        {
            (null, null) => (now - fallback, long.MaxValue),
            ({ } first, null) => (first, first + fallback),
            (null, { } last) => (last - fallback, last),
            ({ } first, { } last) => (first, last),
        };
        if (start is not null && end is not null && (to < from || to - from > SevenDays))
            throw Refusal.Parameter("the time range must not exceed 7 days");
        return (from, to);
    }

    public BybitCategory Category()
    {
        string text = Needed("category");
        return WireNames.CategoryOf(text) ?? throw Refusal.Parameter($"Category is invalid {text}");
    }

    public Contract Contract(AccountState account)
    {
        BybitCategory category = Category();
        string symbol = Needed("symbol");
        return account.Find(category, symbol) ?? throw (category == BybitCategory.Spot ? new Refusal(170121, "Invalid symbol.") : Refusal.Parameter($"symbol invalid {symbol}"));
    }

    /// <summary>The elements of a batch.</summary>
    public IReadOnlyList<Fields> Batch(int most)
    {
        if (_body.ValueKind != JsonValueKind.Object || !_body.TryGetProperty("request", out JsonElement rows) || rows.ValueKind != JsonValueKind.Array || rows.GetArrayLength() == 0)
            throw Refusal.Parameter("request must be a list of orders");
        return rows.GetArrayLength() <= most
            ? [.. rows.EnumerateArray().Select(row => new Fields(row, this))]
            : throw Refusal.Parameter(string.Create(CultureInfo.InvariantCulture, $"request has {rows.GetArrayLength()} orders, at most {most}"));
    }

    /// <summary>An element of the body that is neither text, number nor flag; undefined where there is none.</summary>
    public JsonElement Element(string name) => _body.ValueKind == JsonValueKind.Object && _body.TryGetProperty(name, out JsonElement element) ? element : default;
}
