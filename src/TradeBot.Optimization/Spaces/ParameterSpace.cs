namespace TradeBot.Optimization;

/// <summary>What may be tried: the parameters, and which of their combinations are meant. Immutable.</summary>
public sealed class ParameterSpace
{
    private readonly Parameter[] _parameters;
    private readonly Func<ParameterSet, bool>[] _constraints;

    private ParameterSpace(Parameter[] parameters, Func<ParameterSet, bool>[] constraints) =>
        (_parameters, _constraints) = (parameters, constraints);

    /// <summary>The space without a parameter.</summary>
    public static ParameterSpace Empty { get; } = new([], []);

    /// <summary>The parameters, in the order of their declaration.</summary>
    public IReadOnlyList<Parameter> Parameters => _parameters;

    /// <summary>This space with one more parameter.</summary>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public ParameterSpace With(Parameter parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return _parameters.Any(other => other.Name == parameter.Name)
            ? throw new ArgumentException($"A parameter '{parameter.Name}' is there already.", nameof(parameter))
            : new([.. _parameters, parameter], _constraints);
    }

    /// <summary>This space without the combinations for which a condition is false.</summary>
    /// <param name="constraint">Pure: the same answer for the same values.</param>
    public ParameterSpace Where(Func<ParameterSet, bool> constraint)
    {
        ArgumentNullException.ThrowIfNull(constraint);
        return new(_parameters, [.. _constraints, constraint]);
    }

    /// <summary>True when every constraint accepts the combination.</summary>
    public bool Accepts(ParameterSet parameters) => Array.TrueForAll(_constraints, constraint => constraint(parameters));

    /// <summary>A set with the given values.</summary>
    /// <param name="values">One per parameter, in the order of declaration.</param>
    public ParameterSet SetOf(ReadOnlySpan<ParameterValue> values)
    {
        if (values.Length != _parameters.Length)
            throw new ArgumentException($"Expected {_parameters.Length} values, got {values.Length}.", nameof(values));

        var pairs = new KeyValuePair<string, ParameterValue>[values.Length];
        for (int i = 0; i < pairs.Length; i++)
            pairs[i] = new(_parameters[i].Name, values[i]);
        return new ParameterSet(pairs);
    }

    /// <summary>Such as <c>fast: 5..50; slow: 20..200</c>.</summary>
    public override string ToString() => string.Join("; ", _parameters.AsEnumerable());
}
