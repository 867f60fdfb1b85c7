using TradeBot.Indicators;

namespace TradeBot.Strategies;

/// <summary>An output of an indicator of the catalog.</summary>
public sealed class IndicatorSeries : Series
{
    internal IndicatorSeries(string name, IReadOnlyList<Series> inputs, IReadOnlyList<Argument> arguments, string? output = null)
    {
        Definition = IndicatorCatalog.TryFind(name);
        Name = name;
        (Inputs, Arguments, OutputName) = (inputs, arguments, output?.Replace(' ', '_'));
    }

    /// <summary>An indicator that may not be in the catalog.</summary>
    /// <param name="definition">Its definition.</param>
    /// <param name="text">Its text, with its input; null for a call by name.</param>
    /// <param name="inputs">Its inputs.</param>
    /// <param name="output">The selected output.</param>
    internal IndicatorSeries(IndicatorDefinition definition, string? text, IReadOnlyList<Series> inputs, string? output = null)
    {
        (Definition, Name, _text, Inputs, Arguments, OutputName) = (definition, definition.Name, text, inputs, [], output?.Replace(' ', '_'));
        IsUnregistered = true;
    }

    private readonly string? _text;

    /// <summary>Whether the indicator exists only in code, so its text cannot be parsed.</summary>
    internal bool IsUnregistered { get; }

    /// <summary>Its name or alias in the catalog, as written.</summary>
    public string Name { get; }

    /// <summary>Its inputs instead of the candles: none, one series, or two.</summary>
    public IReadOnlyList<Series> Inputs { get; }

    /// <summary>Values of its first parameters; the rest take their defaults.</summary>
    public IReadOnlyList<Argument> Arguments { get; }

    /// <summary>The selected output; null for the one with its name, or its only one.</summary>
    public string? OutputName { get; }

    /// <summary>Its catalog definition; null when the name is unknown.</summary>
    public IndicatorDefinition? Definition { get; }

    /// <summary>Another output of the same indicator.</summary>
    /// <param name="output">Its name in the catalog, such as <c>signal</c>; underscores may replace spaces.</param>
    public IndicatorSeries this[string output] => IsUnregistered ? new(Definition!, _text, Inputs, output) : new(Name, Inputs, Arguments, output);

    /// <summary>The upper line of a band or channel.</summary>
    public IndicatorSeries Upper => this["upper"];

    /// <summary>The middle line of a band or channel.</summary>
    public IndicatorSeries Middle => this["middle"];

    /// <summary>The lower line of a band or channel.</summary>
    public IndicatorSeries Lower => this["lower"];

    /// <summary>The signal line of an oscillator.</summary>
    public IndicatorSeries Signal => this["signal"];

    /// <summary>The distance of an oscillator from its signal line.</summary>
    public IndicatorSeries Histogram => this["histogram"];

    internal override Precedence Precedence => Precedence.Whole;

    /// <inheritdoc/>
    public override IEnumerable<Expression> Parts => Inputs;

    /// <summary>Index of the selected output in the definition; −1 when the name is unknown, or there are several outputs and none is selected.</summary>
    internal int OutputIndex
    {
        get
        {
            string[] names = [.. Definition!.Outputs.Select(o => o.Name.Replace(' ', '_'))];
            if (OutputName is not null)
                return Array.IndexOf(names, OutputName);
            bool isMain = names.Length == 1 || Definition.Aliases.Append(Definition.Name).Contains(names[0], StringComparer.OrdinalIgnoreCase);
            return isMain ? 0 : -1;
        }
    }

    /// <summary>The same indicator on a series instead of the closes.</summary>
    /// <param name="input">For example another indicator.</param>
    public IndicatorSeries Of(Series input) => IsUnregistered ? new(Definition!, null, [input], OutputName) : new(Name, [input], Arguments, OutputName);

    /// <summary>The same output with other inputs and arguments.</summary>
    internal IndicatorSeries With(IReadOnlyList<Series> inputs, IReadOnlyList<Argument> arguments) =>
        IsUnregistered ? new(Definition!, _text, inputs, OutputName) : new(Name, inputs, arguments, OutputName);

    private protected override string Write()
    {
        string[] arguments = [.. Inputs.Select(i => i.ToString()), .. Arguments.Select(a => a.ToString())];
        string output = OutputName is null ? "" : "." + OutputName;
        if (_text is not null)
            return _text + output;
        return $"{Name}({string.Join(", ", arguments)}){output}";
    }
}
