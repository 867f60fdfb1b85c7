using System.Globalization;

namespace TradeBot.Notebooks;

/// <summary>Compares text by its tokens: numbers within a tolerance; blanks, durations and ids are ignored; tables by column.</summary>
internal static class TextComparer
{
    private const int MostAligned = 2000; // lines; longer texts are compared line by line from the top

    public static bool AreSame(string recorded, string actual, Tolerance tolerance) =>
        recorded == actual || AreSame(TextToken.Read(recorded), TextToken.Read(actual), tolerance);

    /// <returns>A difference per line, and per cell of a table.</returns>
    public static IEnumerable<Difference> Compare(string recorded, string actual, Tolerance tolerance)
    {
        if (recorded == actual)
            return [];
        string[] before = Lines(recorded), after = Lines(actual);
        List<Part> parts = Parts(before), now = Parts(after);
        bool hasSameTables = parts.Exists(part => part.Table is not null) && parts.Select(part => part.Table is null).SequenceEqual(now.Select(part => part.Table is null));
        return hasSameTables ? ByPart(parts, now, tolerance) : ByLine(new Part(0, before, null), new Part(0, after, null), tolerance);
    }

    /// <summary>The difference of texts that differ in a single number; null for others.</summary>
    public static string? Note(string recorded, string actual, Tolerance tolerance) => Note(TextToken.Read(recorded), TextToken.Read(actual), tolerance);

    private static IEnumerable<Difference> ByPart(List<Part> recorded, List<Part> actual, Tolerance tolerance)
    {
        int tables = 0;
        foreach ((Part before, Part after) in recorded.Zip(actual))
        {
            IEnumerable<Difference> differences = before.Table is not null
                ? TextTableComparer.Compare(string.Create(CultureInfo.InvariantCulture, $"table {++tables}"), before.Table, after.Table!, tolerance)
                : ByLine(before, after, tolerance);
            foreach (Difference difference in differences)
                yield return difference;
        }
    }

    private static IEnumerable<Difference> ByLine(Part before, Part after, Tolerance tolerance) =>
        before.Lines.Length == after.Lines.Length || before.Lines.Length > MostAligned || after.Lines.Length > MostAligned
            ? InStep(before, after, tolerance)
            : Aligned(before, after, tolerance);

    /// <summary>The tables of a text, and the lines between them.</summary>
    private static List<Part> Parts(string[] lines)
    {
        var parts = new List<Part>();
        int start = 0;
        for (int i = 0; i < lines.Length; i++)
        {
            if (TextTable.TryRead(lines, i) is not { } table)
                continue;
            parts.Add(new Part(start, lines[start..i], Table: null));
            parts.Add(new Part(i, [], table));
            start = i + table.Length;
            i = start - 1;
        }

        parts.Add(new Part(start, lines[start..], Table: null));
        return parts;
    }

    /// <summary>The difference of two numbers, as text.</summary>
    public static string Distance(double recorded, double actual)
    {
        double by = actual - recorded;
        string text = by.ToString("+0.######;-0.######;0", CultureInfo.InvariantCulture);
        if (Math.Abs(by) is < 1e-6 or >= 1e15)
            text = by.ToString("+0.###e+0;-0.###e+0", CultureInfo.InvariantCulture);
        return recorded == 0 || !double.IsFinite(by) ? $"by {text}" : string.Create(CultureInfo.InvariantCulture, $"by {text}, {100 * by / Math.Abs(recorded):+0.####;-0.####;0} %");
    }

    private static IEnumerable<Difference> InStep(Part before, Part after, Tolerance tolerance)
    {
        for (int i = 0; i < Math.Max(before.Lines.Length, after.Lines.Length); i++)
        {
            string? recorded = i < before.Lines.Length ? before.Lines[i] : null, actual = i < after.Lines.Length ? after.Lines[i] : null;
            if (recorded is null || actual is null || !AreSame(recorded, actual, tolerance))
                yield return OfLine((recorded is null ? after : before).First + i, recorded, actual, tolerance);
        }
    }

    /// <summary>Added and removed lines, by the longest common subsequence.</summary>
    private static List<Difference> Aligned(Part before, Part after, Tolerance tolerance)
    {
        List<TextToken>[] a = [.. before.Lines.Select(TextToken.Read)], b = [.. after.Lines.Select(TextToken.Read)];
        var differences = new List<Difference>();
        int i = 0, j = 0;
        foreach ((int nextBefore, int nextAfter) in CommonSubsequence.Of(a.Length, b.Length, (x, y) => AreSame(a[x], b[y], tolerance)).Append((a.Length, b.Length)))
        {
            while (i < nextBefore)
                differences.Add(OfLine(before.First + i, before.Lines[i++], null, tolerance));
            while (j < nextAfter)
                differences.Add(OfLine(after.First + j, null, after.Lines[j++], tolerance));
            (i, j) = (nextBefore + 1, nextAfter + 1);
        }

        return differences;
    }

    private static Difference OfLine(int index, string? recorded, string? actual, Tolerance tolerance) => new(
        string.Create(CultureInfo.InvariantCulture, $"line {index + 1}"),
        recorded,
        actual,
        recorded is not null && actual is not null ? Note(recorded, actual, tolerance) : null);

    private static string? Note(List<TextToken> recorded, List<TextToken> actual, Tolerance tolerance)
    {
        if (recorded.Count != actual.Count)
            return null;
        int[] different = [.. Enumerable.Range(0, recorded.Count).Where(i => !recorded[i].Equals(actual[i], tolerance))];
        return different is [int only] && recorded[only].Kind == TextTokenKind.Number && actual[only].Kind == TextTokenKind.Number
            ? Distance(recorded[only].Value, actual[only].Value)
            : null;
    }

    private static bool AreSame(List<TextToken> recorded, List<TextToken> actual, Tolerance tolerance)
    {
        if (recorded.Count != actual.Count)
            return false;
        for (int i = 0; i < recorded.Count; i++)
        {
            if (!recorded[i].Equals(actual[i], tolerance))
                return false;
        }

        return true;
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd().Split('\n');

    /// <summary>Lines, or a table.</summary>
    /// <param name="First">Where they begin in the text, from 0.</param>
    /// <param name="Lines">Empty for a table.</param>
    /// <param name="Table">Null for lines.</param>
    private sealed record Part(int First, string[] Lines, TextTable? Table);
}
