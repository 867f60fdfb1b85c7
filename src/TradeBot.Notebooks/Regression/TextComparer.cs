using System.Globalization;

namespace TradeBot.Notebooks;

/// <summary>Compares text by its tokens: numbers within a tolerance, blanks, durations and ids not at all.</summary>
internal static class TextComparer
{
    private const int MostAligned = 2000; // lines; longer texts are compared line by line from the top

    public static bool AreSame(string recorded, string actual, Tolerance tolerance) =>
        recorded == actual || AreSame(TextToken.Read(recorded), TextToken.Read(actual), tolerance);

    /// <returns>A difference per line.</returns>
    public static IEnumerable<Difference> Compare(string recorded, string actual, Tolerance tolerance)
    {
        if (recorded == actual)
            return [];
        string[] before = Lines(recorded), after = Lines(actual);
        return before.Length == after.Length || before.Length > MostAligned || after.Length > MostAligned
            ? InStep(before, after, tolerance)
            : Aligned(before, after, tolerance);
    }

    /// <summary>By how much two numbers differ, in words.</summary>
    public static string Distance(double recorded, double actual)
    {
        double by = actual - recorded;
        string text = by.ToString("+0.######;-0.######;0", CultureInfo.InvariantCulture);
        if (Math.Abs(by) is < 1e-6 or >= 1e15)
            text = by.ToString("+0.###e+0;-0.###e+0", CultureInfo.InvariantCulture);
        return recorded == 0 || !double.IsFinite(by) ? $"by {text}" : string.Create(CultureInfo.InvariantCulture, $"by {text}, {100 * by / Math.Abs(recorded):+0.####;-0.####;0} %");
    }

    private static IEnumerable<Difference> InStep(string[] before, string[] after, Tolerance tolerance)
    {
        for (int i = 0; i < Math.Max(before.Length, after.Length); i++)
        {
            string? recorded = i < before.Length ? before[i] : null, actual = i < after.Length ? after[i] : null;
            if (recorded is null || actual is null || !AreSame(recorded, actual, tolerance))
                yield return OfLine(i, recorded, actual, tolerance);
        }
    }

    /// <summary>Lines that came and went, by the longest common subsequence.</summary>
    private static List<Difference> Aligned(string[] before, string[] after, Tolerance tolerance)
    {
        List<TextToken>[] a = [.. before.Select(TextToken.Read)], b = [.. after.Select(TextToken.Read)];
        var differences = new List<Difference>();
        int i = 0, j = 0;
        foreach ((int nextBefore, int nextAfter) in CommonSubsequence.Of(a.Length, b.Length, (x, y) => AreSame(a[x], b[y], tolerance)).Append((a.Length, b.Length)))
        {
            while (i < nextBefore)
                differences.Add(OfLine(i, before[i++], null, tolerance));
            while (j < nextAfter)
                differences.Add(OfLine(j, null, after[j++], tolerance));
            (i, j) = (nextBefore + 1, nextAfter + 1);
        }

        return differences;
    }

    private static Difference OfLine(int index, string? recorded, string? actual, Tolerance tolerance) => new(
        string.Create(CultureInfo.InvariantCulture, $"line {index + 1}"),
        recorded,
        actual,
        recorded is not null && actual is not null ? Note(TextToken.Read(recorded), TextToken.Read(actual), tolerance) : null);

    /// <summary>Where lines differ in a single number: by how much.</summary>
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
}
