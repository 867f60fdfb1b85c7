namespace TradeBot.Optimization;

/// <summary>One dimension of a search: a name and the values it may take.</summary>
public abstract class Parameter
{
    private protected Parameter(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
    }

    /// <summary>The name by which the evaluated function reads the value.</summary>
    public string Name { get; }

    /// <summary>How many values there are, at least 1; null when the range is continuous.</summary>
    public abstract int? Count { get; }

    /// <summary>The value at a position in the parameter's own order.</summary>
    /// <param name="index">In [0, <see cref="Count"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such position.</exception>
    /// <exception cref="InvalidOperationException">The range is continuous.</exception>
    public abstract ParameterValue At(int index);

    /// <summary>The value at a fraction of the range, on the parameter's own scale: a uniform fraction gives a uniform draw.</summary>
    /// <param name="fraction">In [0, 1).</param>
    public virtual ParameterValue AtFraction(double fraction)
    {
        RequireFraction(fraction);
        int count = Count ?? throw new InvalidOperationException($"The range of '{Name}' is continuous.");
        return At((int)(fraction * count));
    }

    /// <summary>The fraction of the range at which a value is: the middle of those that <see cref="AtFraction"/> turns into it.</summary>
    /// <param name="value">One that the parameter may take.</param>
    /// <returns>In [0, 1).</returns>
    /// <exception cref="ArgumentException">The parameter cannot take the value.</exception>
    public abstract double FractionOf(ParameterValue value);

    /// <summary>True when neighbouring positions are similar; false for choices.</summary>
    public virtual bool IsOrdered => true;

    /// <summary>The fraction that stands for all that give the same value.</summary>
    internal double Snap(double fraction) => FractionOf(AtFraction(fraction));

    /// <summary>The middle of a position's share of the range.</summary>
    private protected double MiddleOf(int index, ParameterValue value) => index >= 0 && index < Count
        ? (index + 0.5) / Count.Value
        : throw NotOneOfMine(value);

    /// <summary>The exception for a value that the parameter cannot take.</summary>
    private protected ArgumentException NotOneOfMine(ParameterValue value) => new($"'{this}' cannot take the value {value}.", nameof(value));

    /// <summary>Rejects a fraction outside [0, 1).</summary>
    private protected static void RequireFraction(double fraction)
    {
        if (!(fraction >= 0 && fraction < 1))
            throw new ArgumentOutOfRangeException(nameof(fraction), fraction, "Must be in [0, 1).");
    }

    /// <summary>Rejects a position that the parameter does not have.</summary>
    private protected void RequireIndex(int index)
    {
        if (index < 0 || index >= Count)
            throw new ArgumentOutOfRangeException(nameof(index), index, $"'{Name}' has {Count} values.");
    }
}
