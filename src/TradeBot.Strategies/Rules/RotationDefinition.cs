namespace TradeBot.Strategies;

/// <summary>A rotation: holds the best of several symbols by score.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>case</term><description>decision</description></listheader>
/// <item><term>When is not true on the first symbol, or it has no new candle</term><description>nothing changes</description></item>
/// <item><term>a score is unknown, or Filter is not true</term><description>that symbol is not held</description></item>
/// <item><term>Top n</term><description>the n highest scores are long, each with 1 / (Top + Bottom) of equity</description></item>
/// <item><term>Bottom n</term><description>the n lowest scores are short, each with the same share</description></item>
/// <item><term>fewer symbols are eligible than Top + Bottom</term><description>the highest are long first; remaining equity stays in cash</description></item>
/// <item><term>equal scores</term><description>the symbol that is listed first ranks higher</description></item>
/// </list>
/// </remarks>
public sealed record RotationDefinition : StrategyDefinition
{
    /// <summary>The ranking score; computed on each symbol.</summary>
    public required Series Score { get; init; }

    /// <summary>How many of the highest to hold long.</summary>
    public int Top { get; init; } = 1;

    /// <summary>How many of the lowest to hold short.</summary>
    public int Bottom { get; init; }

    /// <summary>When to re-rank, evaluated on the first symbol; null for every candle.</summary>
    public Condition? When { get; init; }

    /// <summary>Filter: the condition that a symbol must meet to be held; null for none.</summary>
    public Condition? Filter { get; init; }

    internal override string DefaultName => FormattableString.Invariant($"Top {Top}{(Bottom > 0 ? $", bottom {Bottom}" : "")} by {Score}");

    internal override IEnumerable<(string Place, Expression Expression)> Expressions
    {
        get
        {
            (string, Expression?)[] all = [("rotate score", Score), ("rotate when", When), ("rotate filter", Filter)];
            return all.Where(x => x.Item2 is not null).Select(x => (x.Item1, x.Item2!));
        }
    }

    internal override IEnumerable<(string Place, string Message)> OwnFaults()
    {
        if (Top < 0 || Bottom < 0 || Top + Bottom < 1)
            yield return ("rotate", $"needs at least one symbol to hold, got top {Top} and bottom {Bottom}");
        if (On.Symbols.Count > 0 && Top + Bottom > On.Symbols.Count)
            yield return ("rotate", $"holds {Top + Bottom} of {On.Symbols.Count} symbols");
        if (!On.IsMany)
            yield return ("on", "a rotation needs several symbols");
    }

    internal override StrategyDefinition Map(Func<Expression, Expression> change) => this with
    {
        Score = (Series)change(Score),
        When = When is null ? null : (Condition)change(When),
        Filter = Filter is null ? null : (Condition)change(Filter),
    };
}
