using System.Text;

namespace TradeBot.Reporting;

/// <summary>Writes HTML in which every text and attribute value is escaped.</summary>
/// <remarks>Only <see cref="Raw"/> writes markup, for content that this project generated, such as a chart's SVG.</remarks>
public sealed class HtmlWriter
{
    private readonly StringBuilder _html = new();
    private readonly Stack<string> _open = new();

    /// <summary>Opens an element.</summary>
    /// <param name="tag">Its name.</param>
    /// <param name="attributes">Each as name=value, the value escaped here; empty ones are omitted.</param>
    public HtmlWriter Open(string tag, params ReadOnlySpan<string> attributes)
    {
        StartTag(tag, attributes);
        _open.Push(tag);
        return this;
    }

    /// <summary>Closes the element opened last.</summary>
    /// <exception cref="InvalidOperationException">Nothing is open.</exception>
    public HtmlWriter Close()
    {
        _html.Append("</").Append(_open.Pop()).Append(">\n");
        return this;
    }

    /// <summary>An element that contains only text.</summary>
    public HtmlWriter Element(string tag, string text, params ReadOnlySpan<string> attributes)
    {
        StartTag(tag, attributes);
        _html.Append(Markup.Encode(text)).Append("</").Append(tag).Append('>');
        return this;
    }

    /// <summary>An element without content or end tag, such as meta.</summary>
    public HtmlWriter Void(string tag, params ReadOnlySpan<string> attributes)
    {
        StartTag(tag, attributes);
        return this;
    }

    /// <summary>Text, escaped.</summary>
    public HtmlWriter Text(string text)
    {
        _html.Append(Markup.Encode(text));
        return this;
    }

    /// <summary>Writes safe markup as it is; never use it for text from data.</summary>
    public HtmlWriter Raw(string markup)
    {
        _html.Append(markup);
        return this;
    }

    /// <summary>The text written so far.</summary>
    /// <exception cref="InvalidOperationException">An element is still open.</exception>
    public override string ToString() => _open.Count == 0
        ? _html.ToString()
        : throw new InvalidOperationException($"Still open: {string.Join(", ", _open)}.");

    private void StartTag(string tag, ReadOnlySpan<string> attributes)
    {
        _html.Append('<').Append(tag);
        foreach (string attribute in attributes)
        {
            if (attribute.Length == 0)
                continue;

            int equals = attribute.IndexOf('=', StringComparison.Ordinal);
            _html.Append(' ').Append(attribute, 0, equals < 0 ? attribute.Length : equals);
            if (equals >= 0)
                _html.Append("=\"").Append(Markup.Encode(attribute[(equals + 1)..])).Append('"');
        }

        _html.Append('>');
    }
}
