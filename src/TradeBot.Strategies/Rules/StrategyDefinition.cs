namespace TradeBot.Strategies;

/// <summary>A strategy as data: the content of a document, the result of a builder and the input of a session.</summary>
public abstract record StrategyDefinition
{
    private protected StrategyDefinition()
    {
    }

    /// <summary>Its name; null to derive it from its parts.</summary>
    /// <remarks>A parameter in braces, as in <c>EMA cross {fast}/{slow}</c>, is replaced by its value; the other values follow the name.</remarks>
    public string? Name { get; init; }

    /// <summary>Where the idea was published; null when not given.</summary>
    public string? Source { get; init; }

    /// <summary>The symbols and timeframe that it runs on.</summary>
    public Universe On { get; init; } = Universe.Any;

    /// <summary>Parameters by name, in the order in which they were declared.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> Parameters { get; init; } = [];

    /// <summary>Constraints on the parameters, such as <c>fast &lt; slow</c>: conditions on parameters and numbers only.</summary>
    public IReadOnlyList<Condition> Constraints { get; init; } = [];

    /// <summary>Every expression with the part that it belongs to.</summary>
    internal abstract IEnumerable<(string Place, Expression Expression)> Expressions { get; }

    /// <summary>A name derived from the parts, for a strategy without one.</summary>
    internal abstract string DefaultName { get; }

    /// <summary>Faults beyond the expressions.</summary>
    internal abstract IEnumerable<(string Place, string Message)> OwnFaults();

    /// <summary>The same definition with every expression replaced.</summary>
    internal abstract StrategyDefinition Map(Func<Expression, Expression> change);
}
