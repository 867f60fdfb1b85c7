namespace TradeBot.Optimization;

/// <summary>Numbers from low to high: continuous on a linear or logarithmic scale, or a step apart.</summary>
public sealed class FloatParameter : Parameter
{
    /// <summary>A range of numbers.</summary>
    /// <param name="name">Not empty.</param>
    /// <param name="low">The first value; finite, and positive on a logarithmic scale.</param>
    /// <param name="high">Finite, at least <paramref name="low"/>; included when the values are a step apart and a whole number of steps leads to it.</param>
    /// <param name="step">Positive and finite; null for a continuous range. Not on a logarithmic scale.</param>
    /// <param name="logarithmic">Whether the scale is logarithmic: 1 to 10 is drawn as often as 10 to 100.</param>
    /// <exception cref="ArgumentException">The range or the step is not accepted.</exception>
    public FloatParameter(string name, double low, double high, double? step = null, bool logarithmic = false)
        : base(name)
    {
        RequireRange(name, low, high, logarithmic);
        RequireStep(name, low, high, step, logarithmic);
        (Low, High, Step, IsLogarithmic) = (low, high, step, logarithmic);
    }

    /// <summary>The first value.</summary>
    public double Low { get; }

    /// <summary>No value is above this.</summary>
    public double High { get; }

    /// <summary>From one value to the next; null when continuous.</summary>
    public double? Step { get; }

    /// <summary>True when fractions of the range are taken on a logarithmic scale.</summary>
    public bool IsLogarithmic { get; }

    /// <inheritdoc/>
    public override int? Count => Step is double step ? (int)Math.Floor((High - Low) / step + 1e-9) + 1 : null;

    /// <inheritdoc/>
    /// <remarks>Steps are added in decimal: from 0.1 by 0.1, the third value is 0.3, not 0.30000000000000004.</remarks>
    public override ParameterValue At(int index)
    {
        double step = Step ?? throw new InvalidOperationException($"The range of '{Name}' is continuous: give it a step.");
        RequireIndex(index);
        return (double)((decimal)Low + index * (decimal)step);
    }

    /// <inheritdoc/>
    public override ParameterValue AtFraction(double fraction)
    {
        if (Step is not null)
            return base.AtFraction(fraction);

        RequireFraction(fraction);
        return IsLogarithmic
            ? Math.Clamp(Low * Math.Pow(High / Low, fraction), Low, High)
            : Math.Clamp(Low + fraction * (High - Low), Low, High);
    }

    /// <inheritdoc/>
    public override double FractionOf(ParameterValue value)
    {
        if (!value.IsNumber || !(value.ToDouble() >= Low && value.ToDouble() <= High))
            throw NotOneOfMine(value);
        if (Step is double step)
            return MiddleOf((int)Math.Round((value.ToDouble() - Low) / step), value);
        if (High == Low)
            return 0;

        double fraction = IsLogarithmic ? Math.Log(value / Low) / Math.Log(High / Low) : (value - Low) / (High - Low);
        return Math.Clamp(fraction, 0, Math.BitDecrement(1.0));
    }

    /// <summary>Such as <c>rate: 0.001..0.1 log</c>.</summary>
    public override string ToString()
    {
        string scale = IsLogarithmic ? " log" : "";
        return FormattableString.Invariant($"{Name}: {Low}..{High}{(Step is double step ? $" step {step:R}" : scale)}");
    }

    private static void RequireRange(string name, double low, double high, bool logarithmic)
    {
        if (!double.IsFinite(low) || (logarithmic && low <= 0))
            throw new ArgumentOutOfRangeException(nameof(low), low, $"The range of '{name}' must start at a finite{(logarithmic ? " and positive" : "")} number.");
        if (!(high >= low && double.IsFinite(high - low)))
            throw new ArgumentOutOfRangeException(nameof(high), high, FormattableString.Invariant($"The range of '{name}' must not end below its start, {low}, and both must be finite."));
    }

    private static void RequireStep(string name, double low, double high, double? step, bool logarithmic)
    {
        if (step is not double size)
            return;

        if (logarithmic)
            throw new ArgumentException($"The range of '{name}' is logarithmic, and so continuous: it takes no step.", nameof(step));
        if (!(size > 0 && double.IsFinite(size)) || (high - low) / size >= int.MaxValue)
            throw new ArgumentOutOfRangeException(nameof(step), size, $"The step of '{name}' must be positive, finite, and give at most {int.MaxValue} values.");
        if (Math.Max(Math.Abs(low), Math.Abs(high)) > 1e15)
            throw new ArgumentOutOfRangeException(nameof(high), high, $"The range of '{name}' has a step, and must stay within ±1e15.");
    }
}
