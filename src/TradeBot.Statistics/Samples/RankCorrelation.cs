namespace TradeBot.Statistics;

/// <summary>Spearman rank correlation.</summary>
/// <remarks>Source: C. Spearman, <i>American Journal of Psychology</i> 15(1), 1904.</remarks>
public static class RankCorrelation
{
    /// <summary>Pearson's correlation of the ranks.</summary>
    /// <param name="first">One value per pair.</param>
    /// <param name="second">Of the same length.</param>
    /// <returns>In [−1, 1] up to rounding; NaN when either series is constant or empty.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double Spearman(ReadOnlySpan<double> first, ReadOnlySpan<double> second) => OfRanks(Ranks.Of(first), Ranks.Of(second));

    /// <summary>The same for known ranks.</summary>
    /// <param name="first">Ranks from <see cref="Ranks.Of(ReadOnlySpan{double})"/>.</param>
    /// <param name="second">Of the same length.</param>
    /// <inheritdoc cref="Spearman"/>
    public static double OfRanks(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        if (second.Length != first.Length)
            throw new ArgumentException($"Expected {first.Length} values, got {second.Length}.", nameof(second));

        double mean = (first.Length + 1) / 2.0, product = 0, squaresFirst = 0, squaresSecond = 0;
        for (int i = 0; i < first.Length; i++)
        {
            double x = first[i] - mean, y = second[i] - mean;
            product += x * y;
            squaresFirst += x * x;
            squaresSecond += y * y;
        }

        return product / Math.Sqrt(squaresFirst * squaresSecond);
    }
}
