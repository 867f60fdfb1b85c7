namespace TradeBot.Indicators;

/// <summary>What is known of an indicator: what it reads and tells, what it is built with, and what holds for it.</summary>
public sealed class IndicatorDefinition
{
    internal IndicatorDefinition(string name, string title, Arithmetic arithmetic)
        : this(name, title, arithmetic, Enum.Parse<IndicatorFamily>(arithmetic.Implementation.Namespace!.Split('.')[^1]))
    {
    }

    private IndicatorDefinition(string name, string title, Arithmetic arithmetic, IndicatorFamily family) =>
        (Name, Title, Arithmetic, Family) = (name, title, arithmetic, family);

    /// <summary>The field's short name, such as RSI.</summary>
    public string Name { get; }

    /// <summary>The full name, such as Relative strength index.</summary>
    public string Title { get; }

    /// <summary>Which family it belongs to: the namespace of its struct, or a user's own.</summary>
    public IndicatorFamily Family { get; }

    /// <summary>Other names that find it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>What it is built with, in order.</summary>
    public IReadOnlyList<IndicatorParameter> Parameters { get; init; } = [];

    /// <summary>What the parameters must satisfy together.</summary>
    public IReadOnlyList<IndicatorConstraint> Constraints { get; init; } = [];

    /// <summary>What it tells, in order; at least one.</summary>
    public required IReadOnlyList<IndicatorOutput> Outputs { get; init; }

    /// <summary>What an unknown input does.</summary>
    public NanPolicy Unknown { get; init; } = NanPolicy.Spreads;

    /// <summary>True when what it says of a candle can change with later ones, so that a strategy may use only confirmed values.</summary>
    public bool Repaints { get; init; }

    /// <summary>Where the formula was published.</summary>
    public required string Source { get; init; }

    /// <summary>Choices made where sources differ, and how other libraries differ; empty when all agree.</summary>
    public string Notes { get; init; } = "";

    /// <summary>What it is fed with.</summary>
    public IndicatorInput Input => Arithmetic.Input;

    /// <summary>Which columns it reads when fed with candles.</summary>
    public CandleFields Fields => Arithmetic.Fields;

    /// <summary>True when the length of time between candles matters to it; otherwise it takes a gap for no gap.</summary>
    public bool ReadsTime => Fields.HasFlag(CandleFields.OpenTime);

    /// <summary>The streaming struct that computes it.</summary>
    public Type Implementation => Arithmetic.Implementation;

    internal Arithmetic Arithmetic { get; }

    /// <summary>A user's own indicator, whether or not the catalog knows it.</summary>
    /// <typeparam name="TIndicator">
    /// A streaming struct: an <see cref="IIndicator{TIn, TOut}"/> of double, <see cref="Pair"/> (over candles: close and volume) or whole candles,
    /// that tells a double or a record struct of doubles, whose parts are the outputs.
    /// </typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="create">Gives a fresh indicator with values for the parameters.</param>
    /// <param name="parameters">What it is built with, in order.</param>
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
            throw new ArgumentException($"{typeof(TIndicator).Name} must tell a double or a record struct of doubles.", nameof(create));
        _ = definition.With(); // values that the struct refuses are told at once
        return definition;
    }

    /// <summary>The indicator with values for its parameters.</summary>
    /// <param name="arguments">In the order of <see cref="Parameters"/>; those not given take their defaults.</param>
    /// <exception cref="ArgumentException">There are too many, or one is not accepted.</exception>
    public Indicator With(params ReadOnlySpan<double> arguments)
    {
        if (arguments.Length > Parameters.Count)
            throw new ArgumentException($"{Name} has {Describe()}, got {arguments.Length} values.", nameof(arguments));

        double[] values = [.. Parameters.Select(p => p.Default)];
        arguments.CopyTo(values);
        return new Indicator(this, values);
    }

    /// <summary>The indicator with values for its parameters by name.</summary>
    /// <param name="arguments">Those not given take their defaults.</param>
    /// <exception cref="ArgumentException">A name is not a parameter's, or a value is not accepted.</exception>
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

    /// <summary>Says what is wrong with values for the parameters; null when they are accepted.</summary>
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

/// <summary>What an unknown input (NaN) does to the outputs.</summary>
public enum NanPolicy
{
    /// <summary>Every later output is NaN: the indicator remembers all that it saw, or sums that the NaN entered.</summary>
    Spreads,

    /// <summary>Outputs are NaN while the NaN is within reach; after as many known inputs as the warm-up takes, they are known again.</summary>
    Clears,
}

/// <summary>What an indicator is fed with.</summary>
public enum IndicatorInput
{
    /// <summary>One series; the close unless another is given.</summary>
    Value,

    /// <summary>Two series of the same moments.</summary>
    Pair,

    /// <summary>Whole candles, of which it reads some columns.</summary>
    Candle,
}
