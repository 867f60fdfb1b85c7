namespace TradeBot.Strategies;

/// <summary>Writes strategies as documents.</summary>
public static class StrategyDocument
{
    /// <summary>The strategy as a document, which <see cref="Strategy.Parse"/> reads back as the same strategy.</summary>
    /// <exception cref="InvalidOperationException">A part of it exists only in code.</exception>
    public static string ToYaml(this DefinedStrategy strategy)
    {
        ArgumentNullException.ThrowIfNull(strategy);
        return strategy.Definition.Expressions.SelectMany(e => e.Expression.GivenByCode()).FirstOrDefault() is { } code
            ? throw new InvalidOperationException($"'{code}' exists only in code and cannot be written to a document: register an indicator with UserIndicators.Register, and use it by name.")
            : StrategyWriter.Write(strategy.Definition);
    }
}
