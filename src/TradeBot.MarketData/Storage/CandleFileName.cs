using System.Diagnostics.CodeAnalysis;

namespace TradeBot.MarketData;

/// <summary>File names that tell symbol and timeframe: BTCUSDT_1m.csv, BTCUSDT_1m_2023.csv.gz.</summary>
/// <remarks>A month is written 1mo, because 1M and 1m are one file where names ignore case; 1M is understood too.</remarks>
internal static class CandleFileName
{
    public const string Csv = ".csv";
    public const string CsvGz = ".csv.gz";

    private const string Month = "1mo";

    public static bool IsCompressed(string path) => path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    /// <summary>The name without folder and extension, such as BTCUSDT_1m.</summary>
    public static string StemOf(string symbol, Timeframe timeframe) =>
        $"{symbol}_{(timeframe == Timeframe.OneMonth ? Month : timeframe.ToString())}";

    /// <summary>The symbol is what stands before the first part that is a timeframe; later parts are free.</summary>
    public static bool TryParse(string path, [NotNullWhen(true)] out string? symbol, out Timeframe timeframe)
    {
        string name = Path.GetFileName(path);
        foreach (string extension in (ReadOnlySpan<string>)[CsvGz, Csv])
        {
            if (name.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
            {
                name = name[..^extension.Length];
                break;
            }
        }

        string[] parts = name.Split('_');
        for (int i = 1; i < parts.Length; i++)
        {
            if (TryParseTimeframe(parts[i], out timeframe))
            {
                symbol = string.Join('_', parts[..i]);
                return symbol.Length > 0;
            }
        }

        symbol = null;
        timeframe = default;
        return false;
    }

    private static bool TryParseTimeframe(string part, out Timeframe timeframe)
    {
        timeframe = Timeframe.OneMonth;
        return part == Month || Timeframe.TryParse(part, out timeframe);
    }
}
