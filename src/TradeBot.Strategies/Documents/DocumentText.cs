using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace TradeBot.Strategies;

/// <summary>The text of a document, to locate parts of its values.</summary>
internal sealed class DocumentText(string text)
{
    /// <summary>Line and column, from 1, of a character of a value.</summary>
    /// <param name="value">A value, in any of YAML's styles.</param>
    /// <param name="offset">Position in the value.</param>
    /// <remarks>
    /// Styles differ from the value only in white space, quotes and a header, so the n-th visible character
    /// of the value is the n-th visible one of the text.
    /// </remarks>
    public (int Line, int Column) Find(YamlScalarNode value, int offset)
    {
        string content = value.Value ?? "";
        int visible = content.Take(Math.Min(offset, content.Length)).Count(c => !char.IsWhiteSpace(c));
        (int line, int column, int at) = Begin(value);
        bool isEnd = offset >= content.Length; // the end of the value is right after its last character
        while (at < text.Length && (visible > 0 || (!isEnd && char.IsWhiteSpace(text[at]))))
        {
            visible -= char.IsWhiteSpace(text[at]) ? 0 : 1;
            (line, column) = text[at] == '\n' ? (line + 1, 1) : (line, column + 1);
            at++;
        }

        return (line, column);
    }

    /// <summary>Position of the first character of the value.</summary>
    private (int Line, int Column, int At) Begin(YamlScalarNode value)
    {
        int line = (int)value.Start.Line, column = (int)value.Start.Column, at = (int)value.Start.Index;
        switch (value.Style)
        {
            case ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted:
                return (line, column + 1, at + 1);
            case ScalarStyle.Literal or ScalarStyle.Folded:
                int end = text.IndexOf('\n', at);
                return end < 0 ? (line, column, at) : (line + 1, 1, end + 1);
            default:
                return (line, column, at);
        }
    }
}
