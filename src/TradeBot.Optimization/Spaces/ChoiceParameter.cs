namespace TradeBot.Optimization;

/// <summary>One of a few named choices, without an order that matters.</summary>
public sealed class ChoiceParameter : Parameter
{
    private readonly string[] _choices;

    /// <summary>A parameter over named choices.</summary>
    /// <param name="name">Not empty.</param>
    /// <param name="choices">At least one, all different.</param>
    public ChoiceParameter(string name, IEnumerable<string> choices)
        : base(name)
    {
        ArgumentNullException.ThrowIfNull(choices);
        _choices = [.. choices];
        if (_choices.Length == 0 || _choices.Distinct().Count() != _choices.Length)
            throw new ArgumentException($"'{name}' needs at least one choice, all different; got [{string.Join(", ", _choices)}].", nameof(choices));
    }

    /// <summary>The choices, as declared.</summary>
    public IReadOnlyList<string> Choices => _choices;

    /// <inheritdoc/>
    public override int? Count => _choices.Length;

    /// <inheritdoc/>
    public override ParameterValue At(int index)
    {
        RequireIndex(index);
        return _choices[index];
    }

    /// <inheritdoc/>
    public override bool IsOrdered => false;

    /// <inheritdoc/>
    public override double FractionOf(ParameterValue value) =>
        MiddleOf(value.IsNumber ? -1 : Array.IndexOf(_choices, value.Choice), value);

    /// <summary>Such as <c>average: ema | sma</c>.</summary>
    public override string ToString() => $"{Name}: {string.Join(" | ", _choices)}";
}
