using System.Globalization;

namespace TradeBot.MarketData;

/// <summary>What the name of a foreign file tells: BTCUSDT-1m-2023-01.zip, Binance_BTCUSDT_1h.csv, BTC_USDT-5m.json.</summary>
internal readonly record struct ForeignFileName(string? Symbol, Timeframe? Timeframe)
{
    private static readonly HashSet<string> Exchanges = new(StringComparer.OrdinalIgnoreCase)
    {
        "Binance", "Bitfinex", "Bitstamp", "Bittrex", "Bybit", "Coinbase", "Gemini", "Kraken", "KuCoin", "OKX", "Poloniex",
    };

    public static ForeignFileName Parse(string name)
    {
        string[] parts = Path.GetFileName(name).Split('.')[0].Split(['_', '-'], StringSplitOptions.RemoveEmptyEntries);
        for (int i = 1; i < parts.Length; i++)
        {
            if (TimeframeOf(parts, i) is { } timeframe)
                return new ForeignFileName(SymbolOf(parts[..i]), timeframe);
        }

        return default;
    }

    private static Timeframe? TimeframeOf(string[] parts, int i)
    {
        string part = parts[i];
        if (MarketData.Timeframe.TryParse(part, out Timeframe timeframe))
            return timeframe;

        return part.ToUpperInvariant() switch
        {
            "MINUTE" => MarketData.Timeframe.OneMinute,
            "H" or "HOUR" or "HOURLY" => MarketData.Timeframe.OneHour,
            "D" or "DAY" or "DAILY" => MarketData.Timeframe.OneDay,
            _ => i + 1 < parts.Length && parts[i + 1].Length == 4 && int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int minutes)
                ? Minutes(minutes)
                : null,
        };
    }

    // BTCUSDT_15_2023-01-01_2023-01-31: a plain number before a date counts minutes.
    private static Timeframe? Minutes(int minutes) =>
        minutes is > 0 and <= 1440 ? MarketData.Timeframe.Of(TimeSpan.FromMinutes(minutes)) : null;

    // BTC_USDT is the pair, BTC_USDT_USDT the same settled in the last.
    private static string? SymbolOf(string[] parts)
    {
        if (parts.Length > 1 && Exchanges.Contains(parts[0]))
            parts = parts[1..];
        if (parts.Length == 3 && parts[1] == parts[2])
            parts = parts[..2];
        return string.Concat(parts);
    }
}
