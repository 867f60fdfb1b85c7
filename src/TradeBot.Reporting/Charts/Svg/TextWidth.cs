using System.Globalization;

namespace TradeBot.Reporting;

/// <summary>Estimates the width of text without a font, rather too large than too small.</summary>
internal static class TextWidth
{
    /// <summary>Width in pixels.</summary>
    public static double Of(string text, double fontSize = ChartTheme.FontSize)
    {
        double ems = 0;
        foreach (char c in text)
            ems += Ems(c);
        return ems * fontSize;
    }

    /// <summary>The text cut to a width, with an ellipsis where it is too long.</summary>
    public static string Fit(string text, double width, double fontSize = ChartTheme.FontSize)
    {
        if (Of(text, fontSize) <= width)
            return text;

        int length = text.Length;
        while (length > 0 && Of(text[..length], fontSize) + fontSize > width)
            length--;
        if (length > 0 && char.IsHighSurrogate(text[length - 1]))
            length--;
        return text[..length].TrimEnd() + "…";
    }

    /// <summary>The text broken between words into lines of at most a width.</summary>
    public static List<string> Wrap(string text, double width, double fontSize)
    {
        List<string> lines = [];
        string line = "";
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && Of(longer, fontSize) > width)
            {
                lines.Add(line);
                longer = word;
            }

            line = longer;
        }

        if (line.Length > 0)
            lines.Add(line);
        return [.. lines.Select(l => Fit(l, width, fontSize))];
    }

    private static double Ems(char c) => c switch
    {
        ' ' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' or '(' or ')' or 'i' or 'l' or 'j' or 'I' or 'f' or 't' => 0.36,
        'm' or 'w' or 'M' or 'W' or '%' or '@' or '—' => 0.92,
        >= 'A' and <= 'Z' => 0.7,
        < '\u1100' => 0.6,
        _ => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark ? 0 : 1,
    };
}
