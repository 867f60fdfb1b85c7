using System.Text.RegularExpressions;

namespace TradeBot.MarketData;

/// <summary>Normalises foreign symbols.</summary>
internal static partial class ForeignSymbol
{
    private static readonly string[] Quotes =
    [
        "USDT", "USDC", "FDUSD", "BUSD", "TUSD", "USD", "EUR", "GBP", "JPY", "CHF", "AUD", "CAD", "TRY", "BRL", "KRW", "DAI", "BTC", "ETH", "BNB",
    ];

    /// <summary>The symbol as one word: BTC/USDT is BTCUSDT; BTC/USDT:USDT, the perpetual future on it, is BTCUSDT_PERP.</summary>
    public static string Normalise(string symbol)
    {
        string name = symbol.Trim();
        Match settled = Settled().Match(name);
        if (settled.Success)
            name = $"{settled.Groups["pair"].Value}_{(settled.Groups["expiry"] is { Success: true } expiry ? expiry.Value : "PERP")}";
        return name.Replace("/", "", StringComparison.Ordinal).Replace(":", "_", StringComparison.Ordinal);
    }

    /// <summary>The quote currency at the end of a symbol; null when it is not a usual one.</summary>
    public static string? QuoteOf(string symbol) =>
        Array.Find(Quotes, quote => symbol.Length > quote.Length && symbol.EndsWith(quote, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a currency is one of the usual quote currencies.</summary>
    public static bool IsQuote(string currency) => Array.Exists(Quotes, quote => quote.Equals(currency, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a symbol has this base currency.</summary>
    public static bool HasBase(string symbol, string currency) => PartsOf(symbol) is [var first, _, ..]
        ? first.Equals(currency, StringComparison.OrdinalIgnoreCase)
        : symbol.StartsWith(currency, StringComparison.OrdinalIgnoreCase) && IsQuote(symbol[currency.Length..]);

    /// <summary>Whether a symbol has this quote currency.</summary>
    public static bool HasQuote(string symbol, string currency) => PartsOf(symbol) is [_, var second, ..]
        ? second.Equals(currency, StringComparison.OrdinalIgnoreCase)
        : IsQuote(currency) && symbol.EndsWith(currency, StringComparison.OrdinalIgnoreCase);

    private static string[] PartsOf(string symbol) => symbol.Split(['/', '-', '_', ':'], StringSplitOptions.RemoveEmptyEntries);

    // ccxt writes a future as pair:settlement, with an expiry date for dated ones.
    [GeneratedRegex(@"^(?<pair>[A-Za-z0-9]+/[A-Za-z0-9]+):[A-Za-z0-9]+(-(?<expiry>[0-9]{6}))?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Settled();
}
