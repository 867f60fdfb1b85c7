namespace TradeBot.MarketData;

/// <summary>Symbol and timeframe from a foreign file name: BTCUSDT-1m-2023-01.zip, Binance_BTCUSDT_1h.csv, BTC_USDT-5m.json.</summary>
/// <param name="Symbol">The symbol; null when not in the name.</param>
/// <param name="Timeframe">The timeframe; null when not in the name.</param>
internal readonly record struct ForeignFileName(string? Symbol, Timeframe? Timeframe)
{
    private const string Perpetual = "PERP";
    private const string Futures = "FUTURES";

    private static readonly string[] Extensions = [".csv", ".txt", ".json", ".gz", ".zip", ".tsv"];

    private static readonly HashSet<string> Exchanges = new(StringComparer.OrdinalIgnoreCase)
    {
        "Binance", "Bitfinex", "Bitstamp", "Bittrex", "Bybit", "Coinbase", "Gemini", "Kraken", "KuCoin", "OKX", "Poloniex",
    };

    public static ForeignFileName Parse(string name)
    {
        string[] parts = PartsOf(name);
        for (int i = 1; i < parts.Length; i++)
        {
            if (TimeframeOf(parts, i) is { } timeframe)
                return new ForeignFileName(SymbolOf(parts[..i], parts[i..]), timeframe);
        }

        return default;
    }

    /// <summary>What a file contains instead of traded prices, by its name: mark or index prices, funding; null for none.</summary>
    /// <remarks>Such files have the market's symbol and would be mistaken for its candles.</remarks>
    public static string? OtherContent(string path)
    {
        // Binance's archive has the same file names in all of its folders.
        string? folder = Path.GetDirectoryName(path)?.Split('/', '\\').Select(ContentOfFolder).FirstOrDefault(content => content is not null);
        if (folder is not null)
            return folder;

        string[] parts = PartsOf(path);
        int timeframe = Enumerable.Range(0, parts.Length).FirstOrDefault(i => i > 0 && TimeframeOf(parts, i) is not null, parts.Length);
        for (int i = 1; i < parts.Length; i++)
        {
            // A stock index is a separate market: SP500_index_1d.
            bool ofPair = i > timeframe || ForeignSymbol.QuoteOf(string.Concat(parts[..i].Where(part => part.All(char.IsLetter)))) is not null
                || (i + 1 < parts.Length && parts[i + 1].StartsWith("price", StringComparison.OrdinalIgnoreCase));
            string? content = parts[i].ToUpperInvariant() switch
            {
                "MARK" or "MARKPRICE" => "mark prices",
                "INDEX" when ofPair => "index prices",
                "INDEXPRICE" => "index prices",
                "PREMIUM" or "PREMIUMINDEX" => "the premium index",
                "FUNDING" or "FUNDINGRATE" => "funding rates",
                _ => ContentOfFolder(parts[i]),
            };
            if (content is not null)
                return content;
        }

        return null;
    }

    private static string? ContentOfFolder(string name) => name.ToUpperInvariant() switch
    {
        "MARKPRICEKLINES" => "mark prices",
        "INDEXPRICEKLINES" => "index prices",
        "PREMIUMINDEXKLINES" => "the premium index",
        "FUNDINGRATE" => "funding rates",
        _ => null,
    };

    private static string[] PartsOf(string name)
    {
        string stem = Path.GetFileName(name);
        while (Array.Find(Extensions, extension => stem.EndsWith(extension, StringComparison.OrdinalIgnoreCase)) is { } found)
            stem = stem[..^found.Length];
        return stem.Split(['_', '-', ' '], StringSplitOptions.RemoveEmptyEntries);
    }

    private static Timeframe? TimeframeOf(string[] parts, int i)
    {
        if (ForeignTimeframe.Parse(parts[i]) is { } timeframe)
            return timeframe;
        if (i + 1 == parts.Length || ForeignTimeframe.OfMinutes(parts[i]) is not { } minutes)
            return null;

        // BTCUSDT_15_2023-01-01_2023-01-31: a plain number before a date is a number of minutes. EURUSD_Candlestick_1_Hour_BID.
        string next = parts[i + 1].ToUpperInvariant();
        return next is "M" || (next.Length == 4 && next.All(char.IsAsciiDigit)) ? minutes
            : next is "HOUR" or "HOURS" or "H" ? ForeignTimeframe.OfMinutes(parts[i], 60)
            : next is "D" or "DAY" && parts[i] == "1" ? MarketData.Timeframe.OneDay
            : null;
    }

    // BTC_USDT is the pair, BTC_USDT_USDT the future on it settled in USDT; both trade at their own prices.
    private static string? SymbolOf(string[] parts, string[] rest)
    {
        if (parts.Length > 1 && Exchanges.Contains(parts[0]))
            parts = parts[1..];
        if (parts.Length > 1 && parts[^1] is "Candlestick")
            parts = parts[..^1];

        string suffix = "";
        if (parts.Length > 1 && (parts[^1] is Perpetual || IsExpiry(parts[^1])))
        {
            suffix = $"_{parts[^1]}";
            parts = parts[..^1];
        }

        bool isSettled = parts.Length == 3 && (parts[2] == parts[1] || parts[2] == parts[0]);
        if (isSettled)
            parts = parts[..2];
        bool isFuture = isSettled || rest.Contains(Futures, StringComparer.OrdinalIgnoreCase);
        return string.Concat(parts) + (suffix.Length > 0 ? suffix : isFuture ? $"_{Perpetual}" : "");
    }

    private static bool IsExpiry(string part) => part.Length == 6 && part.All(char.IsAsciiDigit);
}
