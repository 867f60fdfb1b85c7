namespace TradeBot.Optimization;

/// <summary>Ways to choose some of several.</summary>
internal static class Combinations
{
    /// <summary>Every choice of positions, each ascending, in lexicographic order; the array is reused.</summary>
    public static IEnumerable<int[]> Of(int count, int chosen)
    {
        int[] choice = [.. Enumerable.Range(0, chosen)];
        while (true)
        {
            yield return choice;

            int last = chosen - 1;
            while (last >= 0 && choice[last] == count - chosen + last)
                last--;
            if (last < 0)
                yield break;

            choice[last]++;
            for (int i = last + 1; i < chosen; i++)
                choice[i] = choice[i - 1] + 1;
        }
    }
}
