namespace TradeBot.Learning;

/// <summary>Correlation between the orders of two series.</summary>
internal static class RankCorrelation
{
    /// <summary>Pearson's correlation of the ranks; NaN when either side does not vary.</summary>
    public static double Spearman(ReadOnlySpan<double> first, ReadOnlySpan<double> second) => Pearson(Ranks(first), Ranks(second));

    /// <summary>From 1 for the smallest; equals share their average.</summary>
    public static double[] Ranks(ReadOnlySpan<double> values)
    {
        double[] sorted = values.ToArray();
        int[] order = new int[sorted.Length];
        for (int i = 0; i < order.Length; i++)
            order[i] = i;
        Array.Sort(sorted, order);

        double[] ranks = new double[sorted.Length];
        for (int from = 0, to; from < sorted.Length; from = to)
        {
            to = from + 1;
            while (to < sorted.Length && sorted[to].Equals(sorted[from]))
                to++;
            for (int i = from; i < to; i++)
                ranks[order[i]] = (from + 1 + to) / 2.0;
        }

        return ranks;
    }

    /// <summary>NaN when either side does not vary.</summary>
    public static double Pearson(double[] first, double[] second)
    {
        double meanFirst = first.Sum() / first.Length, meanSecond = second.Sum() / second.Length;
        double product = 0, squaresFirst = 0, squaresSecond = 0;
        for (int i = 0; i < first.Length; i++)
        {
            double x = first[i] - meanFirst, y = second[i] - meanSecond;
            product += x * y;
            squaresFirst += x * x;
            squaresSecond += y * y;
        }

        return product / Math.Sqrt(squaresFirst * squaresSecond);
    }
}
