namespace TradeBot.Optimization;

/// <summary>Whole numbers from low to high, both included, a step apart.</summary>
public sealed class IntParameter : Parameter
{
    /// <summary>A range of whole numbers.</summary>
    /// <param name="name">Not empty.</param>
    /// <param name="low">The first value.</param>
    /// <param name="high">The last value, if a whole number of steps leads to it; at least <paramref name="low"/>.</param>
    /// <param name="step">At least 1; 1 on a logarithmic scale.</param>
    /// <param name="logarithmic">Whether the scale is logarithmic; <paramref name="low"/> must then be at least 1.</param>
    /// <exception cref="ArgumentException">The range or the step is not accepted.</exception>
    public IntParameter(string name, int low, int high, int step = 1, bool logarithmic = false)
        : base(name)
    {
        if (logarithmic && (low < 1 || step != 1))
            throw new ArgumentException($"'{name}' is logarithmic: it needs a low of at least 1 and a step of 1, got {low} and {step}.", nameof(logarithmic));
        if (high < low)
            throw new ArgumentOutOfRangeException(nameof(high), high, $"The range of '{name}' must not end below its start, {low}.");
        if (step < 1)
            throw new ArgumentOutOfRangeException(nameof(step), step, $"The step of '{name}' must be at least 1.");
        if ((high - (long)low) / step >= int.MaxValue)
            throw new ArgumentOutOfRangeException(nameof(high), high, $"'{name}' would have more than {int.MaxValue} values.");

        (Low, High, Step, IsLogarithmic) = (low, high, step, logarithmic);
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

    /// <summary>True when fractions of the range are taken on a logarithmic scale.</summary>
    public bool IsLogarithmic { get; }

    /// <inheritdoc/>
    public override ParameterValue AtFraction(double fraction)
    {
        if (!IsLogarithmic)
            return base.AtFraction(fraction);

        RequireFraction(fraction);
        return (int)Math.Clamp(Math.Floor(Low * Math.Pow((High + 1.0) / Low, fraction)), Low, High);
    }

    /// <inheritdoc/>
    public override double FractionOf(ParameterValue value)
    {
        if (!value.IsNumber || !(value.ToDouble() >= Low && value.ToDouble() <= High) || (value.ToDouble() - Low) % Step != 0)
            throw NotOneOfMine(value);

        return IsLogarithmic
            ? Math.Log((value.ToDouble() + 0.5) / Low) / Math.Log((High + 1.0) / Low)
            : MiddleOf((int)((value.ToDouble() - Low) / Step), value);
    }

    /// <summary>Such as <c>fast: 5..50</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Name}: {Low}..{High}{(Step == 1 ? "" : $" step {Step}")}{(IsLogarithmic ? " log" : "")}");
}
