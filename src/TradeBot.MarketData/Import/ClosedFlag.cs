using System.Buffers.Text;

namespace TradeBot.MarketData;

/// <summary>Parses a flag in foreign formats.</summary>
internal static class ClosedFlag
{
    public const string Expected = "1 or 0, true or false";

    /// <summary>Null when the text is not a flag.</summary>
    public static bool? Parse(ReadOnlySpan<byte> text)
    {
        if (text.SequenceEqual("1"u8) || text.SequenceEqual("1.0"u8))
            return true;
        if (text.SequenceEqual("0"u8) || text.SequenceEqual("0.0"u8))
            return false;
        return Utf8Parser.TryParse(text, out bool value, out int used) && used == text.Length ? value : null;
    }
}
