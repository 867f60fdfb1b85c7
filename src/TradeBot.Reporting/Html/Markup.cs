using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace TradeBot.Reporting;

/// <summary>Escapes text as markup that is valid in HTML and in XML.</summary>
public static class Markup
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Text for element content or a quoted attribute.</summary>
    /// <remarks>Characters that XML forbids become U+FFFD.</remarks>
    public static string Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Encoder.Encode(text.AsSpan().ContainsAny(Forbidden) ? Replaced(text) : text);
    }

    private static readonly System.Buffers.SearchValues<char> Forbidden =
        System.Buffers.SearchValues.Create([.. Enumerable.Range(0, 32).Select(c => (char)c).Except(['\t', '\n', '\r']), '\uFFFE', '\uFFFF']);

    private static string Replaced(string text) => string.Create(text.Length, text, static (characters, source) =>
    {
        source.CopyTo(characters);
        for (int i = 0; i < characters.Length; i++)
        {
            if (Forbidden.Contains(characters[i]))
                characters[i] = '\uFFFD';
        }
    });
}
