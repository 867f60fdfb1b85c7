namespace TradeBot.Learning;

/// <summary>Centres of the standardised features, each the mean of the rows nearest to it; a row becomes its distances to them.</summary>
/// <remarks>
/// Features are standardised by mean and standard deviation (dividing by n, weighted) of the training rows. The first centres are rows, each drawn the more often the
/// farther it lies from those before; of several draws the one with the least sum of squares is kept. Sources: Lloyd, "Least squares quantization in PCM",
/// <i>IEEE Trans. Information Theory</i> 28, 1982; Arthur and Vassilvitskii, "k-means++", SODA 2007.
/// </remarks>
public sealed record KMeans : IReduction
{
    /// <summary>How many centres; at least 2, and no more than there are different rows.</summary>
    public int Clusters { get; init => field = Require.AtLeast(value, 2); } = 8;

    /// <summary>How often centres are drawn; at least 1.</summary>
    public int Draws { get; init => field = Require.AtLeast(value, 1); } = 4;

    /// <summary>Moves of the centres at most; at least 1.</summary>
    public int Moves { get; init => field = Require.AtLeast(value, 1); } = 300;

    /// <inheritdoc/>
    public string Name => FormattableString.Invariant($"k-means({Clusters})");

    /// <inheritdoc/>
    IReducer IReduction.Fit(Dataset data, ReadOnlyMemory<int> rows, int seed, CancellationToken cancellationToken) => Fit(data, rows, seed, cancellationToken);

    /// <summary>Finds the centres.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="rows">Which of them to learn from, ascending.</param>
    /// <param name="seed">Chooses the first centres.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ArgumentException">There are too few rows that differ, or values that are not finite or do not vary.</exception>
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
