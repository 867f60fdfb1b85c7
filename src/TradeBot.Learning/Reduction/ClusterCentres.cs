using System.Buffers;

namespace TradeBot.Learning;

/// <summary>Cluster centres fitted by <see cref="KMeans"/>.</summary>
public sealed class ClusterCentres : IReducer
{
    private const int StackNumbers = 256;

    private readonly StandardRows _inputs;
    private readonly double[] _centres;

    internal ClusterCentres(StandardRows inputs, double[] centres, double[] weights, double sumOfSquares)
    {
        (_inputs, _centres, Weights, SumOfSquares) = (inputs, centres, weights, sumOfSquares);
        Names = [.. weights.Select((_, i) => FormattableString.Invariant($"distance {i + 1}"))];
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Features => _inputs.Names;

    /// <inheritdoc/>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Total weight of the training rows assigned to each centre.</summary>
    public IReadOnlyList<double> Weights { get; }

    /// <summary>Sum of squared distances of the training rows to their centres.</summary>
    public double SumOfSquares { get; }

    /// <summary>The standardised features of a centre, in the order of <see cref="Features"/>.</summary>
    public IReadOnlyList<double> Centre(int cluster) => _inputs.InOrderOfNames(_centres.AsSpan(cluster * Features.Count, Features.Count));

    /// <summary>The distances of a row to the centres.</summary>
    /// <inheritdoc/>
    public void Reduce(ReadOnlySpan<double> row, Span<double> destination)
    {
        if (row.Length != Features.Count || destination.Length != Names.Count)
            throw new ArgumentException($"Expected {Features.Count} features and {Names.Count} slots, got {row.Length} and {destination.Length}.", nameof(row));

        double[]? rented = row.Length > StackNumbers ? ArrayPool<double>.Shared.Rent(row.Length) : null;
        Span<double> point = (rented ?? stackalloc double[StackNumbers])[..row.Length];
        _inputs.Take(row, point);
        for (int cluster = 0; cluster < destination.Length; cluster++)
            destination[cluster] = Math.Sqrt(Square(point, _centres.AsSpan(cluster * row.Length, row.Length)));
        if (rented != null)
            ArrayPool<double>.Shared.Return(rented);
    }

    internal void Write(ModelWriter writer)
    {
        _inputs.Standardizer.Write(writer);
        writer.WriteArray<double>([.. Weights]);
        writer.WriteArray(_centres);
        writer.Write(SumOfSquares);
    }

    internal static ClusterCentres Read(ModelReader reader)
    {
        var inputs = new StandardRows(reader.Features, Standardizer.Read(reader));
        double[] weights = reader.ReadArray<double>(), centres = reader.ReadNumbers(weights.Length * reader.Features.Count);
        return new ClusterCentres(inputs, centres, weights, reader.ReadDouble());
    }

    internal static double Square(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        double sum = 0;
        for (int i = 0; i < first.Length; i++)
            sum += (first[i] - second[i]) * (first[i] - second[i]);
        return sum;
    }
}
