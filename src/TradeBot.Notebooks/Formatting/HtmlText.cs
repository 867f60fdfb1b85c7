using System.Buffers;
using System.Text;

namespace TradeBot.Notebooks;

/// <summary>Makes any text safe inside HTML, in content and in quoted attributes alike; other characters stay readable.</summary>
internal static class HtmlText
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"'\0");

    public static string Encode(string text)
    {
        if (text.AsSpan().IndexOfAny(Special) < 0)
            return text;

        var encoded = new StringBuilder(text.Length + 16);
        foreach (char c in text)
        {
            _ = c switch
            {
                '&' => encoded.Append("&amp;"),
                '<' => encoded.Append("&lt;"),
                '>' => encoded.Append("&gt;"),
                '"' => encoded.Append("&quot;"),
                '\'' => encoded.Append("&#39;"),
                '\0' => encoded.Append('\uFFFD'),
                _ => encoded.Append(c),
            };
        }

        return encoded.ToString();
    }
}

/// <summary>Text that is HTML and is shown as such.</summary>
/// <param name="Content">A fragment, taken as it is.</param>
public sealed record HtmlFragment(string Content)
{
    /// <summary>The fragment's source.</summary>
    public override string ToString() => Content;
}
