using System.Collections.Immutable;

namespace TradeBot.MarketData;

/// <summary>What candle CSV looks like: the columns, by position in the layout that is written.</summary>
internal static class CandleCsvLayout
{
    public const int Timestamp = 0;
    public const int Open = 1;
    public const int High = 2;
    public const int Low = 3;
    public const int Close = 4;
    public const int Volume = 5;
    public const int Turnover = 6;

    /// <summary>The columns before this one are in every file.</summary>
    public const int RequiredColumns = Turnover;

    /// <summary>For messages.</summary>
    public const string Usage = "timestamp,open,high,low,close,volume[,turnover]";

    public static ImmutableArray<string> Columns { get; } = ["timestamp", "open", "high", "low", "close", "volume", "turnover"];

    public static ReadOnlySpan<byte> Header => "timestamp,open,high,low,close,volume\n"u8;

    public static ReadOnlySpan<byte> HeaderWithTurnover => "timestamp,open,high,low,close,volume,turnover\n"u8;
}
