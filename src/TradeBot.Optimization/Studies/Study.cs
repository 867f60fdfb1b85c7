namespace TradeBot.Optimization;

/// <summary>A study before its objective is stated: name, seed and search space. Immutable; each method returns a new one.</summary>
/// <remarks>
/// <code>
/// StudyResult result = Study.Named("bowl", seed: 7)
///     .Int("x", 0..10).Int("y", 0..10).Where(p => p["x"] &lt; p["y"])
///     .Minimize((double value) => value)
///     .Grid(p => Math.Pow(p["x"] - 3.0, 2) + Math.Pow(p["y"] - 5.0, 2));
/// </code>
/// </remarks>
public sealed class Study
{
    private readonly Func<ParameterSet, bool>? _condition;

    private Study(string name, int seed, ParameterSpace space, Func<ParameterSet, bool>? condition = null) =>
        (Name, Seed, Space, _condition) = (name, seed, space, condition);

    /// <summary>The study's name in ledgers and reports.</summary>
    public string Name { get; }

    /// <summary>The seed from which that of every trial is derived.</summary>
    public int Seed { get; }

    /// <summary>The search space.</summary>
    public ParameterSpace Space { get; }

    /// <summary>Starts a study without parameters.</summary>
    /// <param name="name">Not empty.</param>
    /// <param name="seed">Any.</param>
    public static Study Named(string name, int seed)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new Study(name, seed, ParameterSpace.Empty);
    }

    /// <summary>Adds whole numbers; both ends of the range are included: <c>5..50</c> is 5, 6, … 50.</summary>
    /// <param name="name">The name by which the evaluated function reads the value.</param>
    /// <param name="range">Counted from the start, as in 5..50. For negative numbers use the other overload.</param>
    /// <param name="step">At least 1.</param>
    public Study Int(string name, Range range, int step = 1) => range.Start.IsFromEnd || range.End.IsFromEnd
        ? throw new ArgumentException($"'{name}' needs both ends counted from the start, as in 5..50; got {range}.", nameof(range))
        : Int(name, range.Start.Value, range.End.Value, step);

    /// <summary>Adds whole numbers from low to high, both included.</summary>
    /// <param name="name">The name by which the evaluated function reads the value.</param>
    /// <param name="low">The first value.</param>
    /// <param name="high">At least <paramref name="low"/>.</param>
    /// <param name="step">At least 1.</param>
    public Study Int(string name, int low, int high, int step = 1) => With(new IntParameter(name, low, high, step));

    /// <summary>Adds whole numbers on a logarithmic scale: 1 to 10 is drawn as often as 10 to 100.</summary>
    /// <param name="name">The name by which the evaluated function reads the value.</param>
    /// <param name="low">The first value, at least 1.</param>
    /// <param name="high">The last value, at least <paramref name="low"/>.</param>
    public Study LogInt(string name, int low, int high) => With(new IntParameter(name, low, high, logarithmic: true));

    /// <summary>Adds numbers from low to high: continuous, or a step apart with both ends included.</summary>
    /// <param name="name">The name by which the evaluated function reads the value.</param>
    /// <param name="low">Finite.</param>
    /// <param name="high">Finite, at least <paramref name="low"/>.</param>
    /// <param name="step">Positive; null for a continuous range, which a grid cannot walk.</param>
    public Study Float(string name, double low, double high, double? step = null) => With(new FloatParameter(name, low, high, step));

    /// <summary>Adds a continuous range on a logarithmic scale.</summary>
    /// <param name="name">The name by which the evaluated function reads the value.</param>
    /// <param name="low">Positive.</param>
    /// <param name="high">Finite, at least <paramref name="low"/>.</param>
    public Study LogFloat(string name, double low, double high) => With(new FloatParameter(name, low, high, step: null, logarithmic: true));

    /// <summary>Adds a choice among names.</summary>
    /// <param name="name">The name by which the evaluated function reads the value.</param>
    /// <param name="choices">At least one, all different.</param>
    public Study Choice(string name, params IEnumerable<string> choices) => With(new ChoiceParameter(name, choices));

    /// <summary>Adds parameters that exist only under a condition; other sets do not have their names.</summary>
    /// <param name="condition">Of the parameters added before. Pure: the same answer for the same values.</param>
    /// <param name="add">Adds them: <c>.When(p =&gt; p["exit"] == "stop", s =&gt; s.Float("distance", 1, 5))</c>. Nested conditions apply in addition.</param>
    public Study When(Func<ParameterSet, bool> condition, Func<Study, Study> add)
    {
        ArgumentNullException.ThrowIfNull(condition);
        ArgumentNullException.ThrowIfNull(add);
        Func<ParameterSet, bool>? outer = _condition;
        Study added = add(new Study(Name, Seed, Space, outer is null ? condition : p => outer(p) && condition(p)));
        return new Study(Name, Seed, added.Space, outer);
    }

    /// <summary>Excludes the combinations for which a condition is false; they do not count as trials.</summary>
    /// <param name="constraint">Pure: the same answer for the same values.</param>
    public Study Where(Func<ParameterSet, bool> constraint) => new(Name, Seed, Space.Where(constraint), _condition);

    /// <summary>The same search under another name and seed.</summary>
    internal Study As(string name, int seed) => new(name, seed, Space);

    private Study With(Parameter parameter) => new(Name, Seed, Space.With(parameter, _condition), _condition);
}
