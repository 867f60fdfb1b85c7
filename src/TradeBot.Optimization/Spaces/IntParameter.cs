namespace TradeBot.Optimization;

/// <summary>Whole numbers from low to high, both included, a step apart.</summary>
public sealed class IntParameter : Parameter
{
    /// <summary>A range of whole numbers.</summary>
    /// <param name="name">Not empty.</param>
    /// <param name="low">The first value.</param>
    /// <param name="high">The last value, if a whole number of steps leads to it; at least <paramref name="low"/>.</param>
    /// <param name="step">At least 1.</param>
    public IntParameter(string name, int low, int high, int step = 1)
        : base(name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(high, low);
        ArgumentOutOfRangeException.ThrowIfLessThan(step, 1);
        if ((high - (long)low) / step >= int.MaxValue)
            throw new ArgumentOutOfRangeException(nameof(high), high, $"'{name}' would have more than {int.MaxValue} values.");

        (Low, High, Step) = (low, high, step);
    }

    /// <summary>The first value.</summary>
    public int Low { get; }

    /// <summary>No value is above this.</summary>
    public int High { get; }

    /// <summary>From one value to the next.</summary>
    public int Step { get; }

    /// <inheritdoc/>
    public override int? Count => (int)((High - (long)Low) / Step) + 1;

    /// <inheritdoc/>
    public override ParameterValue At(int index)
    {
        RequireIndex(index);
        return Low + index * Step;
    }

    /// <summary>Such as <c>fast: 5..50</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Name}: {Low}..{High}{(Step == 1 ? "" : $" step {Step}")}");
}
