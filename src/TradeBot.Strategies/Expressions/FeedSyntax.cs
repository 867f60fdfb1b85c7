using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>Distinguishes timeframes and symbols where a text names a feed.</summary>
internal static class FeedSyntax
{
    private static readonly string[] Spoken =
        ["minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "hourly", "daily", "weekly", "monthly"];

    /// <summary>What may follow <c>on</c>, for messages.</summary>
    public const string Accepted = $"a timeframe ({Timeframe.Accepted}) or a symbol";

    /// <summary>Whether a word without quotes is a timeframe, or was intended as one: <c>8x</c>, <c>90s</c>, <c>5mins</c>, <c>H4</c>, <c>daily</c>.</summary>
    /// <remarks>A symbol may start with digits, as in 1000PEPEUSDT: its name then continues with four or more capital letters.</remarks>
    public static bool LooksLikeTimeframe(string word)
    {
        int digits = word.AsSpan().IndexOfAnyExceptInRange('0', '9');
        if (digits < 0 || Spoken.Contains(word, StringComparer.OrdinalIgnoreCase))
            return true;
        if (digits > 0)
            return word.Length - digits < 4 || word.AsSpan(digits).ContainsAnyInRange('a', 'z');

        // MetaTrader's M15, H4, D1, W1 and MN1, and the unit alone.
        string unit = word.TrimEnd("0123456789".ToCharArray()).ToUpperInvariant();
        return unit is "M" or "H" or "D" or "W" or "MN" or "MIN";
    }

    /// <summary>The fault of a feed's symbol; null when there is none.</summary>
    public static string? SymbolFault(string symbol)
    {
        if (string.IsNullOrWhiteSpace(symbol))
            return $"expected {Accepted}, got an empty name";
        return Timeframe.TryParse(symbol, out _)
            ? $"'{symbol}' is a timeframe, but a symbol is expected here: write a timeframe without quotes, or as Timeframe.Parse(\"{symbol}\") in code"
            : null;
    }
}
