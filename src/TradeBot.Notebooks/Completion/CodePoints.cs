using System.Text;

namespace TradeBot.Notebooks;

/// <summary>Converts positions: Jupyter counts in Unicode code points, C# in UTF-16 units.</summary>
internal static class CodePoints
{
    /// <summary>The index in the string of a position; past the end means the end.</summary>
    public static int ToIndex(string text, int position)
    {
        int index = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (position-- <= 0)
                return index;
            index += rune.Utf16SequenceLength;
        }

        return text.Length;
    }

    /// <summary>The position of an index in the string.</summary>
    public static int FromIndex(string text, int index)
    {
        int position = 0;
        foreach (Rune _ in text.AsSpan(0, index).EnumerateRunes())
            position++;
        return position;
    }
}
