namespace TradeBot;

/// <summary>Suggests the existing name that is nearest to one that does not exist.</summary>
/// <remarks>Compiled into each assembly whose messages suggest names; the projects share no other library.</remarks>
internal static class NearestName
{
    /// <summary>The candidate that takes the fewest letters to change; there must be one.</summary>
    public static string Of(string name, IEnumerable<string> candidates) => Ranked(name, candidates).First();

    /// <summary>The candidates, the nearest first.</summary>
    public static IEnumerable<string> Ranked(string name, IEnumerable<string> candidates) =>
        candidates.Distinct().OrderBy(c => Distance(name.ToUpperInvariant(), c.ToUpperInvariant())).ThenBy(c => c, StringComparer.Ordinal);

    /// <summary>How many letters must be added, removed, replaced or swapped with their neighbour.</summary>
    private static int Distance(string a, string b)
    {
        int[,] steps = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
            steps[i, 0] = i;
        for (int j = 0; j <= b.Length; j++)
            steps[0, j] = j;

        for (int i = 1; i <= a.Length; i++)
        {
            for (int j = 1; j <= b.Length; j++)
            {
                int replaced = steps[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                steps[i, j] = Math.Min(replaced, 1 + Math.Min(steps[i - 1, j], steps[i, j - 1]));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    steps[i, j] = Math.Min(steps[i, j], steps[i - 2, j - 2] + 1);
            }
        }

        return steps[a.Length, b.Length];
    }
}
