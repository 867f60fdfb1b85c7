namespace TradeBot.Optimization;

/// <summary>Ranks by domination: 0 for points that no other dominates, 1 for points dominated only by those, and so on.</summary>
internal static class ParetoRanking
{
    /// <summary>True when one is nowhere worse and somewhere better; smaller losses are better.</summary>
    public static bool Dominates(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        bool isBetter = false;
        for (int i = 0; i < one.Length; i++)
        {
            if (one[i] > other[i])
                return false;
            isBetter |= one[i] < other[i];
        }

        return isBetter;
    }

    /// <summary>Rank and crowding distance of each point; infinite distance at the ends of a front.</summary>
    public static void Of(double[][] losses, out int[] ranks, out double[] crowding)
    {
        ranks = new int[losses.Length];
        crowding = new double[losses.Length];
        List<int> left = [.. Enumerable.Range(0, losses.Length)];
        for (int rank = 0; left.Count > 0; rank++)
        {
            int[] front = [.. left.Where(i => !left.Exists(j => Dominates(losses[j], losses[i])))];
            foreach (int i in front)
                ranks[i] = rank;
            Crowd(front, losses, crowding);
            left.RemoveAll(front.Contains);
        }
    }

    private static void Crowd(int[] front, double[][] losses, double[] crowding)
    {
        for (int objective = 0; objective < losses[0].Length; objective++)
        {
            int[] order = [.. front.OrderBy(i => losses[i][objective])];
            double range = losses[order[^1]][objective] - losses[order[0]][objective];
            crowding[order[0]] = crowding[order[^1]] = double.PositiveInfinity;
            if (!(range > 0))
                continue;
            for (int i = 1; i < order.Length - 1; i++)
                crowding[order[i]] += (losses[order[i + 1]][objective] - losses[order[i - 1]][objective]) / range;
        }
    }
}
