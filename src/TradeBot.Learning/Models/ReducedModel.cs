using System.Buffers;

namespace TradeBot.Learning;

/// <summary>A model of few features made of many.</summary>
public sealed class ReducedModel : IModel
{
    private const int StackNumbers = 256;

    internal ReducedModel(string name, IReducer reducer, IModel inner) => (Name, Reducer, Inner) = (name, reducer, inner);

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Features => Reducer.Features;

    /// <summary>Makes few features of many.</summary>
    public IReducer Reducer { get; }

    /// <summary>The model of the few.</summary>
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
}
