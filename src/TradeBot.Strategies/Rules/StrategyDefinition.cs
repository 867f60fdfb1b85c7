namespace TradeBot.Strategies;

/// <summary>A strategy as data: what a document holds, a builder collects and a session computes.</summary>
public abstract record StrategyDefinition
{
    private protected StrategyDefinition()
    {
    }

    /// <summary>What it is, with its parameters; null for a name made of its parts.</summary>
    public string? Name { get; init; }

    /// <summary>Where the idea was published; null when not stated.</summary>
    public string? Source { get; init; }

    /// <summary>What it runs on.</summary>
    public Universe On { get; init; } = Universe.Any;

    /// <summary>Parameters by name, in the order in which they were declared.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> Parameters { get; init; } = [];

    /// <summary>Every expression with the place where it stands.</summary>
    internal abstract IEnumerable<(string Place, Expression Expression)> Expressions { get; }

    /// <summary>A name made of the parts, for a strategy without one.</summary>
    internal abstract string DefaultName { get; }

    /// <summary>What is wrong beyond the expressions.</summary>
    internal abstract IEnumerable<(string Place, string Message)> OwnFaults();

    /// <summary>The same definition with every expression replaced.</summary>
    internal abstract StrategyDefinition Map(Func<Expression, Expression> change);
}
