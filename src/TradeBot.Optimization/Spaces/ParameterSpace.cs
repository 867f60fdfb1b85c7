namespace TradeBot.Optimization;

/// <summary>A search space: parameters, the conditions under which they exist, and constraints on their combinations. Immutable.</summary>
public sealed class ParameterSpace
{
    private readonly Parameter[] _parameters;
    private readonly Func<ParameterSet, bool>?[] _conditions; // null for a parameter that always exists
    private readonly Func<ParameterSet, bool>[] _constraints;

    private ParameterSpace(Parameter[] parameters, Func<ParameterSet, bool>?[] conditions, Func<ParameterSet, bool>[] constraints) =>
        (_parameters, _conditions, _constraints) = (parameters, conditions, constraints);

    /// <summary>The space without a parameter.</summary>
    public static ParameterSpace Empty { get; } = new([], [], []);

    /// <summary>The parameters, in the order of their declaration.</summary>
    public IReadOnlyList<Parameter> Parameters => _parameters;

    /// <summary>True when some parameter exists only under a condition.</summary>
    public bool IsConditional => Array.Exists(_conditions, condition => condition is not null);

    /// <summary>True when some combinations are excluded.</summary>
    public bool IsConstrained => _constraints.Length > 0;

    /// <summary>This space with one more parameter.</summary>
    /// <param name="parameter">Of a new name.</param>
    /// <param name="when">True for the values, of the parameters declared before, with which this one exists; null for always. Pure.</param>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public ParameterSpace With(Parameter parameter, Func<ParameterSet, bool>? when = null)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return _parameters.Any(other => other.Name == parameter.Name)
            ? throw new ArgumentException($"A parameter '{parameter.Name}' already exists.", nameof(parameter))
            : new([.. _parameters, parameter], [.. _conditions, when], _constraints);
    }

    /// <summary>This space without the combinations for which a condition is false.</summary>
    /// <param name="constraint">Pure: the same answer for the same values.</param>
    public ParameterSpace Where(Func<ParameterSet, bool> constraint)
    {
        ArgumentNullException.ThrowIfNull(constraint);
        return new(_parameters, _conditions, [.. _constraints, constraint]);
    }

    /// <summary>True when every constraint accepts the combination.</summary>
    public bool Accepts(ParameterSet parameters) => Array.TrueForAll(_constraints, constraint => constraint(parameters));

    /// <summary>A set with the given values, without the parameters whose condition does not hold.</summary>
    /// <param name="values">One per parameter, in the order of declaration.</param>
    public ParameterSet SetOf(ReadOnlySpan<ParameterValue> values)
    {
        RequireOnePerParameter(values.Length, nameof(values));
        var pairs = new KeyValuePair<string, ParameterValue>[values.Length];
        int count = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (Holds(i, pairs.AsSpan(0, count)))
                pairs[count++] = new(_parameters[i].Name, values[i]);
        }

        return ParameterSet.Trusted(count == pairs.Length ? pairs : pairs[..count]);
    }

    /// <summary>A set with the values at fractions of each range.</summary>
    /// <param name="fractions">One per parameter, in the order of declaration, each in [0, 1).</param>
    public ParameterSet AtFractions(ReadOnlySpan<double> fractions)
    {
        RequireOnePerParameter(fractions.Length, nameof(fractions));
        var values = new ParameterValue[fractions.Length];
        for (int i = 0; i < values.Length; i++)
            values[i] = _parameters[i].AtFraction(fractions[i]);
        return SetOf(values);
    }

    /// <summary>The values of a set as fractions of their ranges.</summary>
    /// <param name="parameters">A set of this space.</param>
    /// <returns>One fraction per parameter, in the order of declaration; NaN for a parameter that the set does not have.</returns>
    public double[] FractionsOf(ParameterSet parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return Array.ConvertAll(_parameters, p => parameters.TryGet(p.Name, out ParameterValue value) ? p.FractionOf(value) : double.NaN);
    }

    /// <summary>Such as <c>fast: 5..50; slow: 20..200</c>.</summary>
    public override string ToString() =>
        string.Join("; ", _parameters.Select((parameter, i) => _conditions[i] is null ? $"{parameter}" : $"{parameter} (at times)"));

    /// <summary>True when a parameter exists with the given values of those before it.</summary>
    internal bool Holds(int parameter, ReadOnlySpan<KeyValuePair<string, ParameterValue>> before) =>
        _conditions[parameter] is not { } condition || condition(ParameterSet.Trusted(before.ToArray()));

    private void RequireOnePerParameter(int count, string name)
    {
        if (count != _parameters.Length)
            throw new ArgumentException($"Expected {_parameters.Length} values, got {count}.", name);
    }
}
