namespace TradeBot.Indicators;

/// <summary>The definition of an indicator: inputs, outputs, parameters and properties.</summary>
public sealed class IndicatorDefinition
{
    internal IndicatorDefinition(string name, string title, Arithmetic arithmetic)
        : this(name, title, arithmetic, Enum.Parse<IndicatorFamily>(arithmetic.Implementation.Namespace!.Split('.')[^1]))
    {
    }

    private IndicatorDefinition(string name, string title, Arithmetic arithmetic, IndicatorFamily family) =>
        (Name, Title, Arithmetic, Family) = (name, title, arithmetic, family);

    /// <summary>The usual short name, such as RSI.</summary>
    public string Name { get; }

    /// <summary>The full name, such as Relative strength index.</summary>
    public string Title { get; }

    /// <summary>Its family: the namespace of its struct, or user-defined.</summary>
    public IndicatorFamily Family { get; }

    /// <summary>Aliases.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Its parameters, in order.</summary>
    public IReadOnlyList<IndicatorParameter> Parameters { get; init; } = [];

    /// <summary>Constraints on the parameters.</summary>
    public IReadOnlyList<IndicatorConstraint> Constraints { get; init; } = [];

    /// <summary>Its outputs, in order; at least one.</summary>
    public required IReadOnlyList<IndicatorOutput> Outputs { get; init; }

    /// <summary>Effect of an unknown input (NaN).</summary>
    public NanPolicy Unknown { get; init; } = NanPolicy.Spreads;

    /// <summary>True when it repaints: its value at a candle can change with later ones, so a strategy may use only confirmed values.</summary>
    public bool Repaints { get; init; }

    /// <summary>Where the formula was published.</summary>
    public required string Source { get; init; }

    /// <summary>Notes on definitions that differ between sources and libraries; empty when all agree.</summary>
    public string Notes { get; init; } = "";

    /// <summary>Its kind of input.</summary>
    public IndicatorInput Input => Arithmetic.Input;

    /// <summary>The columns that it reads from candles.</summary>
    public CandleFields Fields => Arithmetic.Fields;

    /// <summary>True when it depends on the time between candles; otherwise it ignores gaps.</summary>
    public bool ReadsTime => Fields.HasFlag(CandleFields.OpenTime);

    /// <summary>The streaming struct that computes it.</summary>
    public Type Implementation => Arithmetic.Implementation;

    internal Arithmetic Arithmetic { get; }

    /// <summary>Defines a user's indicator, whether or not it is in the catalog.</summary>
    /// <typeparam name="TIndicator">
    /// A streaming struct: an <see cref="IIndicator{TIn, TOut}"/> of double, <see cref="Pair"/> (over candles: close and volume) or whole candles,
    /// that returns a double or a record struct of doubles, whose fields are the outputs.
    /// </typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="create">Creates an indicator from parameter values.</param>
    /// <param name="parameters">Its parameters, in order.</param>
    /// <exception cref="ArgumentException">The struct is none of these.</exception>
    public static IndicatorDefinition Of<TIndicator>(string name, Func<IndicatorArguments, TIndicator> create, params IReadOnlyList<IndicatorParameter> parameters)
        where TIndicator : struct
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(create);
        ArgumentNullException.ThrowIfNull(parameters);
        var definition = new IndicatorDefinition(name, name, Arithmetic.Of(create), IndicatorFamily.Own)
        {
            Parameters = parameters,
            Outputs = [.. Arithmetic.OutputNames<TIndicator>().Select(output => new IndicatorOutput(output, "as its author defines it"))],
            Source = typeof(TIndicator).FullName!,
        };
        if (definition.Outputs.Count != definition.Arithmetic.OutputCount)
            throw new ArgumentException($"{typeof(TIndicator).Name} must return a double or a record struct of doubles.", nameof(create));
        _ = definition.With(); // values that the struct refuses are reported immediately
        return definition;
    }

    /// <summary>The indicator with parameter values.</summary>
    /// <param name="arguments">In the order of <see cref="Parameters"/>; omitted ones take their defaults.</param>
    /// <exception cref="ArgumentException">There are too many, or a value is not accepted.</exception>
    public Indicator With(params ReadOnlySpan<double> arguments)
    {
        if (arguments.Length > Parameters.Count)
            throw new ArgumentException($"{Name} has {Describe()}, got {arguments.Length} values.", nameof(arguments));

        double[] values = [.. Parameters.Select(p => p.Default)];
        arguments.CopyTo(values);
        return new Indicator(this, values);
    }

    /// <summary>The indicator with named parameter values.</summary>
    /// <param name="arguments">Omitted ones take their defaults.</param>
    /// <exception cref="ArgumentException">A name is not a parameter, or a value is not accepted.</exception>
    public Indicator With(IReadOnlyDictionary<string, double> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        double[] values = [.. Parameters.Select(p => p.Default)];
        foreach ((string name, double value) in arguments)
        {
            int index = Parameters.TakeWhile(p => !p.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Count();
            if (index == Parameters.Count)
                throw new ArgumentException($"{Name} has {Describe()}, none named '{name}'.", nameof(arguments));
            values[index] = value;
        }

        return new Indicator(this, values);
    }

    /// <summary>Name and title.</summary>
    public override string ToString() => $"{Name}: {Title}";

    /// <summary>The fault of parameter values; null when accepted.</summary>
    internal string? Fault(double[] values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (Parameters[i].Fault(values[i]) is string fault)
                return fault;
        }

        IndicatorConstraint? broken = Constraints.FirstOrDefault(c => !c.Holds(new IndicatorArguments(values)));
        return broken is null ? null : $"must satisfy {broken.Text}";
    }

    private string Describe() => Parameters.Count == 0
        ? "no parameters"
        : $"{Parameters.Count} parameter{(Parameters.Count == 1 ? "" : "s")} ({string.Join(", ", Parameters.Select(p => p.Name))})";
}

/// <summary>Effect of an unknown input (NaN) on the outputs.</summary>
public enum NanPolicy
{
    /// <summary>Every later output is NaN: the indicator has infinite memory, or sums that include the NaN.</summary>
    Spreads,

    /// <summary>Outputs are NaN while the NaN is within reach; after as many known inputs as the warm-up takes, they are known again.</summary>
    Clears,
}

/// <summary>Kinds of indicator input.</summary>
public enum IndicatorInput
{
    /// <summary>One series; the close by default.</summary>
    Value,

    /// <summary>Two synchronous series.</summary>
    Pair,

    /// <summary>Whole candles, of which it reads some columns.</summary>
    Candle,
}
