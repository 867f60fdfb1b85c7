using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace TradeBot.MarketData;

/// <summary>File names with symbol and timeframe: BTCUSDT_1m.csv, BTCUSDT_1m_2023.csv.gz.</summary>
/// <remarks>Months are written 1mo, 3mo, because 1M and 1m are one file on case-insensitive systems; 1M is accepted too.</remarks>
internal static class CandleFileName
{
    public const string Csv = ".csv";
    public const string CsvGz = ".csv.gz";

    private static readonly SearchValues<char> s_symbolCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    public static bool IsCompressed(string path) => path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    /// <summary>The name without folder and extension, such as BTCUSDT_1m.</summary>
    public static string StemOf(string symbol, Timeframe timeframe) =>
        $"{symbol}_{(timeframe.HasFixedLength ? timeframe.ToString() : timeframe.ToString().Replace("M", "mo", StringComparison.Ordinal))}";

    /// <summary>The symbol is everything before the first part that is a timeframe; later parts are ignored.</summary>
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
            if (Timeframe.TryParse(parts[i], out timeframe))
            {
                symbol = string.Join('_', parts[..i]);
                return symbol.Length > 0;
            }
        }

        symbol = null;
        timeframe = default;
        return false;
    }

    /// <summary>Strict: a name as <see cref="StemOf"/> returns, with an extension.</summary>
    public static bool TryParseStored(string path, [NotNullWhen(true)] out string? symbol, out Timeframe timeframe)
    {
        string name = Path.GetFileName(path);
        string stem = name.EndsWith(CsvGz, StringComparison.Ordinal) ? name[..^CsvGz.Length]
            : name.EndsWith(Csv, StringComparison.Ordinal) ? name[..^Csv.Length] : "";
        int split = stem.LastIndexOf('_');
        symbol = split > 0 ? stem[..split] : null;
        timeframe = default;
        return symbol is not null && Timeframe.TryParse(stem[(split + 1)..], out timeframe) && StemOf(symbol, timeframe) == stem;
    }

    /// <summary>Refuses symbols that cannot be part of a file name on every system.</summary>
    /// <exception cref="ArgumentException">The symbol has characters other than letters, digits, '-', '_' and '.', starts or ends with '.', or is a Windows device name.</exception>
    public static void RequireSymbol(string symbol)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(symbol);
        if (symbol.AsSpan().ContainsAnyExcept(s_symbolCharacters) || symbol[0] == '.')
            throw new ArgumentException($"'{symbol}' cannot be part of a file name: accepted are letters A to Z, digits, '-', '_' and '.', not starting with '.'.", nameof(symbol));
        if (FileNamePart.Fault(symbol) is { } fault)
            throw new ArgumentException($"'{symbol}' cannot be part of a file name: it {fault}.", nameof(symbol));
    }
}
