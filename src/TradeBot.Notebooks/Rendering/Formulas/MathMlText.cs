using System.Text;

namespace TradeBot.Notebooks;

/// <summary>Writes elements of MathML.</summary>
internal static class MathMlText
{
    public static string Identifier(string text, bool isUpright = false) =>
        isUpright && text.EnumerateRunes().Count() == 1 ? $"<mi mathvariant=\"normal\">{HtmlText.Encode(text)}</mi>" : $"<mi>{HtmlText.Encode(text)}</mi>";

    public static string Operator(string text, string attributes = "") => $"<mo{attributes}>{HtmlText.Encode(text)}</mo>";

    /// <summary>Running text, whose blanks count.</summary>
    public static string Text(string text) => $"<mtext>{HtmlText.Encode(text.Replace(' ', '\u00a0'))}</mtext>";

    /// <summary>Source that is not understood, as it is.</summary>
    public static string Source(string source) => source.Length == 0 ? "" : $"<mtext class=\"tex\">{HtmlText.Encode(source)}</mtext>";

    public static string Blank(string em) => $"<mspace width=\"{em}em\"/>";

    /// <summary>One element around parts.</summary>
    public static string Row(string parts) => $"<mrow>{parts}</mrow>";

    public static string Table(IReadOnlyList<IReadOnlyList<string>> rows, string style, bool isDisplayed)
    {
        var table = new StringBuilder("<mtable class=\"").Append(style).Append(isDisplayed ? "\" displaystyle=\"true\">" : "\">");
        foreach (IReadOnlyList<string> row in rows)
        {
            table.Append("<mtr>");
            foreach (string cell in row)
                table.Append("<mtd>").Append(cell).Append("</mtd>");
            table.Append("</mtr>");
        }

        return table.Append("</mtable>").ToString();
    }

    /// <summary>A base with its scripts.</summary>
    public static string Scripted(TexAtom atom, string? below, string? above)
    {
        string nucleus = atom.MathMl.Length > 0 ? atom.MathMl : "<mrow></mrow>";
        return (below, above, atom.HasLimits) switch
        {
            (null, null, _) => atom.MathMl,
            (not null, null, false) => $"<msub>{nucleus}{below}</msub>",
            (null, not null, false) => $"<msup>{nucleus}{above}</msup>",
            (not null, not null, false) => $"<msubsup>{nucleus}{below}{above}</msubsup>",
            (not null, null, true) => $"<munder>{nucleus}{below}</munder>",
            (null, not null, true) => $"<mover>{nucleus}{above}</mover>",
            (not null, not null, true) => $"<munderover>{nucleus}{below}{above}</munderover>",
        };
    }
}
