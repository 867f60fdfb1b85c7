namespace TradeBot.Strategies;

/// <summary>Finds what was probably meant by a name that does not exist.</summary>
internal static class NearestName
{
    /// <summary>The candidate that takes the fewest letters added, removed or replaced.</summary>
    public static string Of(string name, IEnumerable<string> candidates)
    {
        string sought = name.ToLowerInvariant();
        return candidates.Distinct().MinBy(c => (Distance(sought, c.ToLowerInvariant()), c))!;
    }

    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
