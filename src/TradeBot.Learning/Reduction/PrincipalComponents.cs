namespace TradeBot.Learning;

/// <summary>Principal components fitted by <see cref="Pca"/>.</summary>
public sealed class PrincipalComponents : IReducer
{
    private readonly Standardizer _standardizer;
    private readonly double[][] _loadings;

    internal PrincipalComponents(IReadOnlyList<string> features, Standardizer standardizer, double[][] loadings, double[] variances, double[] shares)
    {
        (Features, _standardizer, _loadings, Variances, Shares) = (features, standardizer, loadings, variances, shares);
        Names = [.. loadings.Select((_, i) => FormattableString.Invariant($"component {i + 1}"))];
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Features { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Loadings of each component on the standardised features; their squares sum to 1.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Loadings => _loadings;

    /// <summary>The variance of each component over the training rows, dividing by n − 1.</summary>
    public IReadOnlyList<double> Variances { get; }

    /// <summary>Explained variance ratio: each component's share of the total variance.</summary>
    public IReadOnlyList<double> Shares { get; }

    /// <inheritdoc/>
    public void Reduce(ReadOnlySpan<double> row, Span<double> destination)
    {
        if (row.Length != Features.Count || destination.Length != Names.Count)
            throw new ArgumentException($"Expected {Features.Count} features and {Names.Count} slots, got {row.Length} and {destination.Length}.", nameof(row));

        destination.Clear();
        for (int i = 0; i < row.Length; i++)
        {
            double value = _standardizer.Transform(i, row[i]);
            for (int component = 0; component < destination.Length; component++)
                destination[component] += _loadings[component][i] * value;
        }
    }

    internal void Write(ModelWriter writer)
    {
        _standardizer.Write(writer);
        writer.WriteArray<double>([.. Variances]);
        writer.WriteArray<double>([.. Shares]);
        foreach (double[] loadings in _loadings)
            writer.WriteArray(loadings);
    }

    internal static PrincipalComponents Read(ModelReader reader)
    {
        Standardizer standardizer = Standardizer.Read(reader);
        double[] variances = reader.ReadArray<double>();
        ModelReader.Require(variances.Length <= reader.Features.Count, $"{variances.Length} components of {reader.Features.Count} features");
        double[] shares = reader.ReadNumbers(variances.Length);
        return new PrincipalComponents(reader.Features, standardizer, [.. variances.Select(_ => reader.ReadNumbers(reader.Features.Count))], variances, shares);
    }
}
