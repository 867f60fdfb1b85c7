using System.Buffers;

namespace TradeBot.Learning;

/// <summary>A model on reduced features.</summary>
public sealed class ReducedModel : IModel
{
    private const int StackNumbers = 256;

    // In files: a number is never used again for another reduction.
    private const byte ComponentsNumber = 1, ClustersNumber = 2;

    internal ReducedModel(string name, IReducer reducer, IModel inner) => (Name, Reducer, Inner) = (name, reducer, inner);

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Features => Reducer.Features;

    /// <summary>The dimensionality reduction.</summary>
    public IReducer Reducer { get; }

    /// <summary>The model on the reduced features.</summary>
    public IModel Inner { get; }

    /// <inheritdoc/>
    public double Predict(ReadOnlySpan<double> row)
    {
        int count = Reducer.Names.Count;
        double[]? rented = count > StackNumbers ? ArrayPool<double>.Shared.Rent(count) : null;
        Span<double> few = (rented ?? stackalloc double[StackNumbers])[..count];
        Reducer.Reduce(row, few);
        double value = Inner.Predict(few);
        if (rented != null)
            ArrayPool<double>.Shared.Return(rented);
        return value;
    }

    /// <summary>The method in one line.</summary>
    public override string ToString() => $"{Name}: {Inner}";

    internal void Write(ModelWriter writer)
    {
        switch (Reducer)
        {
            case PrincipalComponents components:
                writer.Write(ComponentsNumber);
                components.Write(writer);
                break;
            case ClusterCentres clusters:
                writer.Write(ClustersNumber);
                clusters.Write(writer);
                break;
            default:
                throw new ArgumentException($"A reduction of type {Reducer.GetType().Name} cannot be written.");
        }

        writer.WriteModel(Inner);
    }

    internal static ReducedModel Read(ModelReader reader)
    {
        IReducer reducer = reader.ReadByte() switch
        {
            ComponentsNumber => PrincipalComponents.Read(reader),
            ClustersNumber => ClusterCentres.Read(reader),
            byte other => throw ModelReader.Damaged($"the reduction {other} is unknown"),
        };
        IModel inner = reader.ReadModel();
        ModelReader.Require(inner.Features.SequenceEqual(reducer.Names, StringComparer.Ordinal), $"a model of {inner.Features.Count} features made of {reducer.Names.Count}");
        return new ReducedModel(reader.Name, reducer, inner);
    }
}
