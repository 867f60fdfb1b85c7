namespace TradeBot.Learning;

/// <summary>Directions found by <see cref="Pca"/>.</summary>
public sealed class PrincipalComponents : IReducer
{
    private readonly double[][] _loadings;

    internal PrincipalComponents(IReadOnlyList<string> features, Standardizer standardizer, double[][] loadings, double[] variances, double[] shares)
    {
        (Features, Standardizer, _loadings, Variances, Shares) = (features, standardizer, loadings, variances, shares);
        Names = [.. loadings.Select((_, i) => FormattableString.Invariant($"component {i + 1}"))];
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Features { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Per component its loadings on the standardised features; their squares add up to 1.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Loadings => _loadings;

    /// <summary>The variance of each component over the training rows, dividing by n − 1.</summary>
    public IReadOnlyList<double> Variances { get; }

    /// <summary>The share of each component in the variance of all features.</summary>
    public IReadOnlyList<double> Shares { get; }

    internal Standardizer Standardizer { get; }

    /// <inheritdoc/>
    public void Reduce(ReadOnlySpan<double> row, Span<double> destination)
    {
        if (row.Length != Features.Count || destination.Length != Names.Count)
            throw new ArgumentException($"Expected {Features.Count} features and {Names.Count} slots, got {row.Length} and {destination.Length}.", nameof(row));

        destination.Clear();
        for (int i = 0; i < row.Length; i++)
        {
            double value = Standardizer.Transform(i, row[i]);
            for (int component = 0; component < destination.Length; component++)
                destination[component] += _loadings[component][i] * value;
        }
    }
}
