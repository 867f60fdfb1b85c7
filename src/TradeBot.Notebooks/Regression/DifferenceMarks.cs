using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace TradeBot.Notebooks;

/// <summary>Marks in two renderings of a cell's outputs the words and numbers in which they differ.</summary>
internal static class DifferenceMarks
{
    private const int MostAligned = 3000; // tokens between what is the same at both ends; more are not marked
    private const string Unmarked = "script, style, svg, math, title, textarea";

    /// <returns>The same HTML with <c>mark</c> elements.</returns>
    public static (string Before, string After) Of(string before, string after, Tolerance tolerance)
    {
        IElement first = Parse(before), second = Parse(after);
        List<Word> old = Words(first), current = Words(second);
        bool AreSame(int i, int j) => old[i].Token.Equals(current[j].Token, tolerance);
        if (old.Count == current.Count)
        {
            Mark(old.Where((_, i) => !AreSame(i, i)));
            Mark(current.Where((_, i) => !AreSame(i, i)));
        }
        else if (Math.Max(old.Count, current.Count) <= MostAligned)
        {
            IReadOnlyList<(int Before, int After)> pairs = CommonSubsequence.Of(old.Count, current.Count, AreSame);
            HashSet<int> kept = [.. pairs.Select(pair => pair.Before)], keptNow = [.. pairs.Select(pair => pair.After)];
            Mark(old.Where((_, i) => !kept.Contains(i)));
            Mark(current.Where((_, i) => !keptNow.Contains(i)));
        }

        return (first.InnerHtml, second.InnerHtml);
    }

    private static IElement Parse(string html)
    {
        IElement root = new HtmlParser().ParseDocument("").Body!;
        root.InnerHtml = html;
        return root;
    }

    private static List<Word> Words(IElement root)
    {
        var words = new List<Word>();
        foreach (IText text in root.Descendants<IText>().Where(text => text.ParentElement!.Closest(Unmarked) is null))
        {
            int start = 0;
            foreach (TextToken token in TextToken.Read(text.Data))
            {
                start = text.Data.IndexOf(token.Text, start, StringComparison.Ordinal);
                words.Add(new Word(text, start, token));
                start += token.Text.Length;
            }
        }

        return words;
    }

    /// <summary>From the last of a text to its first, so that places stay true.</summary>
    private static void Mark(IEnumerable<Word> words)
    {
        foreach (Word word in words.Reverse().ToArray())
        {
            IText marked = word.Text.Split(word.Start);
            marked.Split(word.Token.Text.Length);
            IElement mark = marked.Owner!.CreateElement("mark");
            marked.Parent!.ReplaceChild(mark, marked);
            mark.AppendChild(marked);
        }
    }

    private readonly record struct Word(IText Text, int Start, TextToken Token);
}
