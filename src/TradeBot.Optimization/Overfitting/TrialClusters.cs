using System.Numerics.Tensors;
using MathNet.Numerics.Distributions;
using TradeBot.Statistics;

namespace TradeBot.Optimization.Overfitting;

/// <summary>Clusters series of returns by correlation: average linkage, stopped where clusters are no longer similar.</summary>
/// <remarks>
/// <para>
/// Two clusters are joined, the most alike first, while the average correlation over all pairs of their members is at least <see cref="Alike"/>, or, on few
/// periods, at least what 1 of 20 independent series finds by chance in its nearest neighbour. The average correlation of two clusters is the product of the
/// sums of their standardised series over the product of their sizes, so that no matrix of correlations is kept: memory grows with the number of
/// series, time with its square. The chain of nearest neighbours makes the joins of average linkage; a cluster whose nearest neighbour is not
/// alike can never be joined, and leaves. Of more than 1,000 series blocks of so many are gathered before all. One thread: the result depends on the series and their order only.
/// </para>
/// <para>
/// Where series times periods are many, periods are folded into fewer sums with random signs, which keeps correlations (Charikar, Chen, Farach-Colton,
/// "Finding frequent items in data streams", 2002). Of more than <see cref="MostClustered"/> series that many are gathered, evenly spaced, and the rest are
/// taken to bring new clusters at the rate at which a cluster of the sample has one member only (Good, <i>Biometrika</i> 40, 1953).
/// Source of average linkage: Sokal and Michener 1958; of the chain: Murtagh, <i>Computer Journal</i> 26(4), 1983.
/// </para>
/// </remarks>
internal sealed class TrialClusters
{
    /// <summary>The average correlation from which two clusters are one.</summary>
    public const double Alike = 0.4;

    /// <summary>How many series are gathered at most.</summary>
    public const int MostClustered = 10_000;

    private const double ByChance = 0.05; // how many neighbours an independent series may find by chance
    private const double MostWork = 2e10; // products of series, series and folded periods
    private const int MostNumbers = 16_000_000; // that are held
    private const int FewestFolded = 256;

    private TrialClusters(double count, IReadOnlyList<IReadOnlyList<int>> members, int series) => (Count, Members, Series) = (count, members, series);

    /// <summary>How many clusters there are; estimated, and with a fraction, where not all series were gathered.</summary>
    public double Count { get; }

    /// <summary>For each cluster the places of its series in the list given, ascending; series that never vary are in none.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Members { get; }

    /// <summary>How many series vary.</summary>
    public int Series { get; }

    /// <summary>Gathers series, all over the same periods.</summary>
    public static TrialClusters Of(IReadOnlyList<ReadOnlyMemory<double>> returns)
    {
        int[] varying = [.. Enumerable.Range(0, returns.Count).Where(i => Varies(returns[i].Span))];
        int gathered = Math.Min(varying.Length, MostClustered);
        int[] sample = [.. Enumerable.Range(0, gathered).Select(i => varying[(int)((long)i * varying.Length / gathered)])];
        if (gathered == 0)
            return new TrialClusters(double.NaN, [], 0);

        int periods = returns[sample[0]].Length, width = WidthFor(gathered, periods);
        var rows = new ClusterRows(gathered, width);
        for (int i = 0; i < gathered; i++)
            Fold(returns[sample[i]].Span, rows.Sum(i));
        IReadOnlyList<int>[] members = [.. rows.Gather(ThresholdFor(gathered, width)).Select(IReadOnlyList<int> (cluster) => [.. cluster.Select(i => sample[i])])];

        double fresh = members.Count(cluster => cluster.Count == 1) / (double)gathered;
        return new TrialClusters(members.Length + (varying.Length - gathered) * fresh, members, varying.Length);
    }

    private static bool Varies(ReadOnlySpan<double> returns) => RunningMoments.Of(returns).Squares is > 0 and < double.PositiveInfinity;

    private static int WidthFor(int series, int periods)
    {
        double affordable = Math.Min(MostWork / ((double)series * series), (double)MostNumbers / series);
        return (int)Math.Min(periods, Math.Max(FewestFolded, affordable));
    }

    private static double ThresholdFor(int series, int periods)
    {
        // The correlation of independent series is the hyperbolic tangent of a normal deviate of variance 1 / (n − 3) (Fisher 1915).
        double chance = periods > 3 ? Math.Tanh(Normal.InvCDF(0, 1, 1 - ByChance / series) / Math.Sqrt(periods - 3)) : 1;
        return Math.Min(Math.Max(Alike, chance), 0.99);
    }

    // Writes the series less its mean, folded, with unit length.
    private static void Fold(ReadOnlySpan<double> returns, Span<float> destination)
    {
        double mean = RunningMoments.Of(returns).Mean, squares = 0;
        double[] folded = new double[destination.Length];
        for (int i = 0; i < returns.Length; i++)
        {
            double sign = folded.Length < returns.Length && (SplitMix64.Mix((ulong)i) & 1) == 0 ? -1 : 1;
            folded[i % folded.Length] += sign * (returns[i] - mean);
        }

        foreach (double value in folded)
            squares += value * value;
        double length = Math.Sqrt(squares);
        if (length > 0)
            TensorPrimitives.ConvertTruncating<double, float>(Array.ConvertAll(folded, value => value / length), destination);
    }
}
