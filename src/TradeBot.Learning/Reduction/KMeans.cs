namespace TradeBot.Learning;

/// <summary>k-means clustering of the standardised features; a row becomes its distances to the cluster centres.</summary>
/// <remarks>
/// Features are standardised by mean and standard deviation (dividing by n, weighted) of the training rows. The initial centres are rows, each drawn with a probability that grows with its squared distance
/// from those drawn before (k-means++); of several restarts the one with the least sum of squares is kept. Sources: Lloyd, "Least squares quantization in PCM",
/// <i>IEEE Trans. Information Theory</i> 28, 1982; Arthur and Vassilvitskii, "k-means++", SODA 2007.
/// </remarks>
public sealed record KMeans : IReduction
{
    /// <summary>Number of clusters; at least 2, at most the number of distinct rows.</summary>
    public int Clusters { get; init => field = Require.AtLeast(value, 2); } = 8;

    /// <summary>Number of restarts; at least 1.</summary>
    public int Draws { get; init => field = Require.AtLeast(value, 1); } = 4;

    /// <summary>Maximum number of iterations; at least 1.</summary>
    public int Moves { get; init => field = Require.AtLeast(value, 1); } = 300;

    /// <inheritdoc/>
    public string Name => FormattableString.Invariant($"k-means({Clusters})");

    /// <inheritdoc/>
    IReducer IReduction.Fit(Dataset data, ReadOnlyMemory<int> rows, int seed, CancellationToken cancellationToken) => Fit(data, rows, seed, cancellationToken);

    /// <summary>Fits the clusters.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="rows">Training rows, ascending.</param>
    /// <param name="seed">Seed of the initial centres.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ArgumentException">There are too few distinct rows, or a feature is not finite or does not vary.</exception>
    public ClusterCentres Fit(Dataset data, ReadOnlyMemory<int> rows, int seed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        TrainingRows.RequireFeatures(data, rows.Span);
        var points = new ClusterPoints(StandardRows.Of(data, rows.Span), data, rows.Span);
        ClusterCentres? best = null;
        for (int draw = 0; draw < Draws; draw++)
        {
            ClusterCentres found = points.Settle(points.Draw(Clusters, Learning.Draws.Mix((ulong)(uint)seed, (ulong)draw)), Moves, cancellationToken);
            best = best == null || found.SumOfSquares < best.SumOfSquares ? found : best;
        }

        return best!;
    }
}
