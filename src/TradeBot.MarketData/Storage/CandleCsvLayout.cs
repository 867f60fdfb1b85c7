using System.Collections.Immutable;

namespace TradeBot.MarketData;

/// <summary>What candle CSV looks like: the columns, in the order in which they are written.</summary>
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

    /// <summary>Which columns a header that this project wrote has; false for any other header.</summary>
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

    /// <summary>The first line, with its end.</summary>
    public static ReadOnlySpan<byte> Header(bool hasTurnover, bool hasSynthetic) => (hasTurnover, hasSynthetic) switch
    {
        (false, false) => "timestamp,open,high,low,close,volume\n"u8,
        (true, false) => "timestamp,open,high,low,close,volume,turnover\n"u8,
        (false, true) => "timestamp,open,high,low,close,volume,synthetic\n"u8,
        (true, true) => "timestamp,open,high,low,close,volume,turnover,synthetic\n"u8,
    };
}
