using System.Text;

namespace TradeBot.Notebooks;

/// <summary>A file's byte order mark and line ends, which are kept when it is written again.</summary>
/// <param name="HasMark">Whether it begins with a byte order mark.</param>
/// <param name="HasCarriageReturns">Whether its lines end with CRLF.</param>
internal readonly record struct TextForm(bool HasMark, bool HasCarriageReturns)
{
    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>As Jupyter writes: without a mark, lines end with LF.</summary>
    public static TextForm Jupyter => default;

    /// <summary>Reads text.</summary>
    /// <param name="bytes">All bytes of a file.</param>
    /// <param name="encoding">UTF-8.</param>
    /// <param name="form">How it was written.</param>
    /// <returns>The text without the mark, lines ended by LF.</returns>
    /// <exception cref="DecoderFallbackException">The bytes are not in that encoding.</exception>
    public static string Read(ReadOnlySpan<byte> bytes, Encoding encoding, out TextForm form)
    {
        bool hasMark = bytes.StartsWith(Mark);
        string text = encoding.GetString(hasMark ? bytes[Mark.Length..] : bytes);
        int end = text.IndexOf('\n', StringComparison.Ordinal);
        form = new TextForm(hasMark, end > 0 && text[end - 1] == '\r');
        return form.HasCarriageReturns ? text.Replace("\r\n", "\n", StringComparison.Ordinal) : text;
    }

    /// <summary>The bytes of a text whose lines end with LF.</summary>
    public byte[] Write(string text, Encoding encoding)
    {
        byte[] bytes = encoding.GetBytes(HasCarriageReturns ? text.Replace("\n", "\r\n", StringComparison.Ordinal) : text);
        return HasMark ? [.. Mark, .. bytes] : bytes;
    }
}
