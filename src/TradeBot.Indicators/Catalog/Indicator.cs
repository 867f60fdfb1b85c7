using TradeBot.MarketData;

namespace TradeBot.Indicators;

/// <summary>An indicator of the catalog with parameter values, such as RSI(14).</summary>
/// <remarks>Immutable; equal when definition and values are equal.</remarks>
public sealed class Indicator : IEquatable<Indicator>
{
    private readonly double[] _values;

    internal Indicator(IndicatorDefinition definition, double[] values)
    {
        (Definition, _values) = (definition, values);
        if (definition.Fault(values) is string fault)
            throw new ArgumentException($"{this}: {fault}.", nameof(values));
        WarmUp = definition.Arithmetic.WarmUp(Values);
    }

    /// <summary>Its definition.</summary>
    public IndicatorDefinition Definition { get; }

    /// <summary>Values of the parameters, in the order of the definition.</summary>
    public IReadOnlyList<double> Arguments => _values;

    /// <summary>Warm-up: number of candles up to and including the one with the first outputs that are not NaN.</summary>
    public int WarmUp { get; }

    internal IndicatorArguments Values => new(_values);

    /// <summary>Starts a streaming run over candles.</summary>
    public IIndicatorStream Open() => Definition.Arithmetic.Open(this);

    /// <summary>Starts a streaming run over one series.</summary>
    /// <exception cref="InvalidOperationException">The indicator does not read one series.</exception>
    public IValueStream OpenOnValues() => OnValues.OpenOnValues(this);

    /// <summary>Starts a streaming run over two series.</summary>
    /// <exception cref="InvalidOperationException">The indicator does not read two series.</exception>
    public IPairStream OpenOnPairs() => OnPairs.OpenOnPairs(this);

    /// <summary>Computes all outputs for all candles.</summary>
    /// <returns>One column per output of the definition, one slot per candle; NaN while warming up.</returns>
    public double[][] Compute(CandleSeries candles)
    {
        ArgumentNullException.ThrowIfNull(candles);
        double[][] columns = NewColumns(candles.Count);
        Compute(candles, [.. columns.Select(c => c.AsMemory())]);
        return columns;
    }

    /// <summary>Computes all outputs for all candles, into existing memory.</summary>
    /// <param name="candles">Oldest first.</param>
    /// <param name="outputs">One column per output of the definition, each with one slot per candle.</param>
    /// <exception cref="ArgumentException">The number of columns or slots differs.</exception>
    public void Compute(CandleSeries candles, ReadOnlySpan<Memory<double>> outputs)
    {
        ArgumentNullException.ThrowIfNull(candles);
        Definition.Arithmetic.Compute(candles, Values, outputs);
    }

    /// <summary>Computes all outputs for all values of a series.</summary>
    /// <returns>One column per output of the definition, one slot per value; NaN while warming up.</returns>
    /// <exception cref="InvalidOperationException">The indicator does not read one series.</exception>
    public double[][] Compute(ReadOnlySpan<double> values)
    {
        double[][] columns = NewColumns(values.Length);
        Compute(values, [.. columns.Select(c => c.AsMemory())]);
        return columns;
    }

    /// <summary>Computes all outputs for all values of a series, into existing memory.</summary>
    /// <param name="values">Oldest first.</param>
    /// <param name="outputs">One column per output of the definition, each with one slot per value.</param>
    /// <exception cref="ArgumentException">The number of columns or slots differs.</exception>
    /// <exception cref="InvalidOperationException">The indicator does not read one series.</exception>
    public void Compute(ReadOnlySpan<double> values, ReadOnlySpan<Memory<double>> outputs) => OnValues.Compute(values, Values, outputs);

    /// <summary>Computes all outputs for all values of two series.</summary>
    /// <returns>One column per output of the definition, one slot per pair; NaN while warming up.</returns>
    /// <exception cref="ArgumentException">The series differ in length.</exception>
    /// <exception cref="InvalidOperationException">The indicator does not read two series.</exception>
    public double[][] Compute(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        double[][] columns = NewColumns(first.Length);
        OnPairs.Compute(first, second, Values, [.. columns.Select(c => c.AsMemory())]);
        return columns;
    }

    /// <inheritdoc/>
    public bool Equals(Indicator? other) =>
        other is not null && ReferenceEquals(Definition, other.Definition) && _values.AsSpan().SequenceEqual(other._values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Indicator);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Definition.Name);
        foreach (double value in _values)
            hash.Add(value);
        return hash.ToHashCode();
    }

    /// <summary>Such as <c>MACD(12, 26, 9)</c>, which <see cref="IndicatorCatalog.Parse"/> reads.</summary>
    public override string ToString() => _values.Length == 0
        ? Definition.Name
        : $"{Definition.Name}({string.Join(", ", _values.Select(v => FormattableString.Invariant($"{v:R}")))})";

    private IValueArithmetic OnValues => Definition.Arithmetic as IValueArithmetic
        ?? throw new InvalidOperationException($"{Definition.Name} reads {Definition.Fields}, not any one series.");

    private IPairArithmetic OnPairs => Definition.Arithmetic as IPairArithmetic
        ?? throw new InvalidOperationException($"{Definition.Name} reads {Definition.Fields}, not two series.");

    private double[][] NewColumns(int length) => [.. Definition.Outputs.Select(_ => new double[length])];
}
