namespace TradeBot.Learning;

/// <summary>Random forest: deep trees on bootstrap samples, each split chosen among a few features; predicts their mean.</summary>
/// <remarks>Source: Breiman, "Random forests", <i>Machine Learning</i> 45, 2001. <inheritdoc cref="ForestRun" path="/remarks"/></remarks>
public sealed record RandomForest : ITrainer
{
    /// <summary>How many trees; at least 1.</summary>
    public int Trees { get; init => field = Require.AtLeast(value, 1); } = 200;

    /// <summary>Maximum depth: splits from root to leaf; in [1, 64].</summary>
    public int Depth { get; init => field = value is >= 1 and <= 64 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The depth must be in [1, 64]."); } = 64;

    /// <summary>Minimum weight of rows per leaf, not negative.</summary>
    public double MinLeaf { get; init => field = Require.NotNegative(value); } = 5;

    /// <summary>Fraction of the features tried per split, in (0, 1]; null for the square root of their number, or a third of them for regression.</summary>
    public double? FeatureShare { get; init => field = value is double share ? Require.Share(share) : null; }

    /// <summary>Number of threads; null for all. Does not affect the model.</summary>
    public int? Threads { get; init => field = value is int threads ? Require.AtLeast(threads, 1) : null; }

    /// <inheritdoc/>
    public string Name => FormattableString.Invariant($"random-forest({Trees} trees{(Depth < 64 ? $", depth {Depth}" : "")}, leaf {MinLeaf:R}{(FeatureShare is double share ? $", features {share:R}" : "")})");

    /// <inheritdoc/>
    public IModel Train(Dataset data, ReadOnlyMemory<int> rows, int seed, CancellationToken cancellationToken = default) =>
        new ForestRun(Name, Trees, Depth, MinLeaf, FeatureShare, drawsRows: true, drawsThresholds: false).Train(data, rows.Span, seed, Threads, cancellationToken);
}
