namespace TradeBot.Notebooks;

/// <summary>Finds the name that a mistyped one was meant to be.</summary>
internal static class NearestName
{
    /// <returns>The nearest by insertions, deletions, replacements and swaps of neighbours; null when none is near.</returns>
    public static string? Of(string name, IEnumerable<string> known)
    {
        (string? nearest, int best) = (null, Math.Max(2, name.Length / 3) + 1);
        foreach (string candidate in known)
        {
            int distance = Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant());
            if (distance < best && distance < candidate.Length)
                (nearest, best) = (candidate, distance);
        }

        return nearest;
    }

    private static int Distance(string a, string b)
    {
        int[,] cost = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            for (int j = 0; j <= b.Length; j++)
                cost[i, j] = Step(a, b, cost, i, j);
        }

        return cost[a.Length, b.Length];
    }

    private static int Step(string a, string b, int[,] cost, int i, int j)
    {
        if (i == 0 || j == 0)
            return i + j;
        int step = Math.Min(Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1, cost[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
        return i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] ? Math.Min(step, cost[i - 2, j - 2] + 1) : step;
    }
}
