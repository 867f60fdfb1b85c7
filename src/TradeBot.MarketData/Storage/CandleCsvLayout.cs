using System.Collections.Immutable;

namespace TradeBot.MarketData;

/// <summary>The candle CSV format: its columns, in writing order.</summary>
internal static class CandleCsvLayout
{
    public const int Timestamp = 0;
    public const int Open = 1;
    public const int High = 2;
    public const int Low = 3;
    public const int Close = 4;
    public const int Volume = 5;
    public const int Turnover = 6;
    public const int Synthetic = 7;

    /// <summary>The columns before this one are in every file.</summary>
    public const int RequiredColumns = Turnover;

    /// <summary>For messages.</summary>
    public const string Usage = "timestamp,open,high,low,close,volume[,turnover][,synthetic]";

    public static ImmutableArray<string> Columns { get; } = ["timestamp", "open", "high", "low", "close", "volume", "turnover", "synthetic"];

    /// <summary>The columns of a header written by this project; false for any other header.</summary>
    public static bool TryParseHeader(ReadOnlySpan<byte> text, out bool hasTurnover, out bool hasSynthetic)
    {
        for (int columns = 0; columns < 4; columns++)
        {
            (hasTurnover, hasSynthetic) = ((columns & 1) != 0, (columns & 2) != 0);
            if (text.StartsWith(Header(hasTurnover, hasSynthetic)))
                return true;
        }

        hasTurnover = hasSynthetic = false;
        return false;
    }

    /// <summary>The header line, with its line break.</summary>
    public static ReadOnlySpan<byte> Header(bool hasTurnover, bool hasSynthetic) => (hasTurnover, hasSynthetic) switch
    {
        (false, false) => "timestamp,open,high,low,close,volume\n"u8,
        (true, false) => "timestamp,open,high,low,close,volume,turnover\n"u8,
        (false, true) => "timestamp,open,high,low,close,volume,synthetic\n"u8,
        (true, true) => "timestamp,open,high,low,close,volume,turnover,synthetic\n"u8,
    };
}
