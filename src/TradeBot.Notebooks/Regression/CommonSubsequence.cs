namespace TradeBot.Notebooks;

/// <summary>The longest common subsequence of two sequences, as pairs of positions.</summary>
internal static class CommonSubsequence
{
    /// <param name="before">Length of the first.</param>
    /// <param name="after">Length of the second.</param>
    /// <param name="areSame">True when an item of the first and one of the second make a pair.</param>
    /// <returns>Indices of each pair, rising. Time and memory grow as the product of the lengths, without what is the same at both ends.</returns>
    public static IReadOnlyList<(int Before, int After)> Of(int before, int after, Func<int, int, bool> areSame)
    {
        int start = 0;
        while (start < before && start < after && areSame(start, start))
            start++;
        int end = 0;
        while (end < before - start && end < after - start && areSame(before - end - 1, after - end - 1))
            end++;

        var pairs = new List<(int, int)>(Enumerable.Range(0, start).Select(i => (i, i)));
        pairs.AddRange(Middle(start, before - end, after - end, areSame));
        for (int i = end; i > 0; i--)
            pairs.Add((before - i, after - i));
        return pairs;
    }

    private static IEnumerable<(int, int)> Middle(int start, int beforeEnd, int afterEnd, Func<int, int, bool> areSame)
    {
        int[,] common = new int[beforeEnd - start + 1, afterEnd - start + 1];
        for (int i = beforeEnd - 1; i >= start; i--)
        {
            for (int j = afterEnd - 1; j >= start; j--)
                common[i - start, j - start] = areSame(i, j) ? common[i - start + 1, j - start + 1] + 1 : Math.Max(common[i - start + 1, j - start], common[i - start, j - start + 1]);
        }

        for (int i = start, j = start; i < beforeEnd && j < afterEnd;)
        {
            if (areSame(i, j))
                yield return (i++, j++);
            else if (common[i - start + 1, j - start] >= common[i - start, j - start + 1])
                i++;
            else
                j++;
        }
    }
}
