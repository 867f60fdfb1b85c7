namespace TradeBot.Strategies;

/// <summary>A strategy as data: what a document holds, a builder collects and a session computes.</summary>
public abstract record StrategyDefinition
{
    private protected StrategyDefinition()
    {
    }

    /// <summary>What it is; null for a name made of its parts.</summary>
    /// <remarks>A parameter in braces, as in <c>EMA cross {fast}/{slow}</c>, stands for its value; the values of the others follow the name.</remarks>
    public string? Name { get; init; }

    /// <summary>Where the idea was published; null when not stated.</summary>
    public string? Source { get; init; }

    /// <summary>What it runs on.</summary>
    public Universe On { get; init; } = Universe.Any;

    /// <summary>Parameters by name, in the order in which they were declared.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> Parameters { get; init; } = [];

    /// <summary>What must be true of the parameters together, such as <c>fast &lt; slow</c>: conditions on parameters and numbers alone.</summary>
    public IReadOnlyList<Condition> Constraints { get; init; } = [];

    /// <summary>Every expression with the place where it stands.</summary>
    internal abstract IEnumerable<(string Place, Expression Expression)> Expressions { get; }

    /// <summary>A name made of the parts, for a strategy without one.</summary>
    internal abstract string DefaultName { get; }

    /// <summary>What is wrong beyond the expressions.</summary>
    internal abstract IEnumerable<(string Place, string Message)> OwnFaults();

    /// <summary>The same definition with every expression replaced.</summary>
    internal abstract StrategyDefinition Map(Func<Expression, Expression> change);
}
