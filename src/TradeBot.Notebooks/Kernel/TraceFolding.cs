using System.Globalization;

namespace TradeBot.Notebooks;

/// <summary>Replaces repeated frames, as in recursion, by one frame and a count.</summary>
internal static class TraceFolding
{
    /// <summary>Stands for frames that are left out.</summary>
    public const string Omitted = "   …";

    private const int LongestCycle = 8; // functions that call each other in a ring
    private const int FewestRepeats = 3;

    /// <param name="lines">The frames, innermost first.</param>
    /// <returns>The same, where a block of up to eight lines that comes at least three times stands once.</returns>
    public static IReadOnlyList<string> Fold(IReadOnlyList<string> lines)
    {
        var folded = new List<string>();
        for (int at = 0; at < lines.Count;)
        {
            (int length, int repeats) = Cycle(lines, at);
            if (repeats < FewestRepeats)
            {
                folded.Add(lines[at++]);
                continue;
            }

            folded.AddRange(lines.Skip(at).Take(length));
            int end = at + length * repeats;
            int beyond = BeyondOmitted(lines, at, length, end);
            string what = length == 1 ? "the line above" : string.Create(CultureInfo.InvariantCulture, $"the {length} lines above");
            folded.Add(beyond > end
                ? $"   … {what} again and again"
                : string.Create(CultureInfo.InvariantCulture, $"   … {what} {repeats - 1} more times"));
            at = beyond;
        }

        return folded;
    }

    /// <summary>The shortest block at a place that comes at least thrice, and how often it comes.</summary>
    private static (int Length, int Repeats) Cycle(IReadOnlyList<string> lines, int at)
    {
        for (int length = 1; length <= LongestCycle; length++)
        {
            int repeats = 1;
            while (IsSame(lines, at, at + length * repeats, length))
                repeats++;
            if (repeats >= FewestRepeats)
                return (length, repeats);
        }

        return (1, 1);
    }

    /// <summary>Where the lines end that go on with a block after frames that were left out; the given end where there are none.</summary>
    private static int BeyondOmitted(IReadOnlyList<string> lines, int block, int length, int end)
    {
        int at = end;
        while (at < lines.Count && at < end + length && lines[at] == lines[block + (at - end)])
            at++; // a part of the block, cut by what was left out
        if (at >= lines.Count || lines[at] != Omitted)
            return end;
        at++;
        for (int phase = 0; phase < length; phase++)
        {
            int next = at;
            while (next < lines.Count && lines[next] == lines[block + (phase + next - at) % length])
                next++;
            if (next - at >= length)
                return next;
        }

        return end;
    }

    private static bool IsSame(IReadOnlyList<string> lines, int first, int second, int length)
    {
        if (second + length > lines.Count)
            return false;
        for (int i = 0; i < length; i++)
        {
            if (lines[first + i] != lines[second + i])
                return false;
        }

        return true;
    }
}
